package cepa.renderer.pages.feeds;

import cepa.json.Json;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes feeds as Atom (RFC 4287) and as JSON Feed 1.1.
///
/// @param base absolute URL of the site, or its path prefix where that is not known
/// @param language tag of the language of its texts
record FeedFormats(String base, String language) {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String AUTHOR = "Cepa";

  byte[] atom(Feed feed) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", feed.id());
      element(xml, "title", feed.title());
      element(xml, "updated", feed.updated().toString());
      link(xml, "self", "application/atom+xml", feed.page() + "feed.atom");
      link(xml, "alternate", "text/html", feed.page());
      xml.writeStartElement("author");
      element(xml, "name", AUTHOR);
      xml.writeEndElement();
      for (Feed.Entry entry : feed.entries()) {
        entry(xml, feed, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void entry(XMLStreamWriter xml, Feed feed, Feed.Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", feed.id(entry));
    element(xml, "title", entry.title());
    element(xml, "updated", entry.at().toString());
    link(xml, "alternate", "text/html", feed.page());
    element(xml, "content", entry.text());
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String relation, String type, String path)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", base + path);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  byte[] json(Feed feed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", "https://jsonfeed.org/version/1.1");
    json.put("title", feed.title());
    json.put("home_page_url", base + feed.page());
    json.put("feed_url", base + feed.page() + "feed.json");
    json.put("language", language);
    json.put("authors", List.of(Map.of("name", AUTHOR)));
    json.put("items", feed.entries().stream().map(entry -> item(feed, entry)).toList());
    return Json.bytes(json);
  }

  private Map<String, Object> item(Feed feed, Feed.Entry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", feed.id(entry));
    item.put("url", base + feed.page());
    item.put("title", entry.title());
    item.put("content_text", entry.text());
    item.put("date_published", entry.at().toString());
    return item;
  }
}
