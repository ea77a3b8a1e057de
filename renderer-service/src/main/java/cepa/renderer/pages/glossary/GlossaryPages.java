package cepa.renderer.pages.glossary;

import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Explains.
@Component
final class GlossaryPages implements PageFamily {

  private static final String TEMPLATE = "cepa/renderer/pages/glossary/glossary";
  private static final String METHOD = "/method/";

  /// Documents, in the order in which they name each other.
  static final List<String> DOCUMENTS =
      List.of("glossary", "method", "flags", "findings", "rankings");

  @Override
  public String id() {
    return "glossary";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(
        new NavEntry(92, "glossary.menu", path("glossary"), "glossary", "navigation.about"));
  }

  /// Entries by their id (`term`), documents by theirs (`method`).
  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    Texts texts = new Texts(Messages.of(data));
    Map<String, String> entries = new HashMap<>();
    for (String document : DOCUMENTS) {
      texts
          .sections(document)
          .forEach(section ->
              section
                  .entries()
                  .forEach(entry -> entries.put(entry.id(), path(document) + "#" + entry.id())));
    }
    links.entity("term", entries::get);
    links.entity("method", key -> DOCUMENTS.contains(key) ? path(key) : null);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("glossary", GlossaryView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    Texts texts = new Texts(Messages.of(context));
    return DOCUMENTS.stream()
        .map(document ->
            new SitePath.Page(path(document), TEMPLATE, false, () -> view(document, texts)));
  }

  private static String path(String document) {
    return switch (document) {
      case "glossary" -> "/glossary/";
      case "method" -> METHOD;
      default -> METHOD + document + "/";
    };
  }

  private static PageView view(String document, Texts texts) {
    String title = texts.title(document);
    String lead = texts.lead(document);
    boolean root = document.equals("glossary");
    return new GlossaryView(
        new PageHead(
            title,
            lead,
            "glossary",
            root ? List.of() : List.of(new Link(texts.title("glossary"), path("glossary"))),
            true,
            List.of()),
        title,
        lead,
        DOCUMENTS.stream()
            .filter(other -> !other.equals(document))
            .map(other -> new Link(texts.title(other), path(other)))
            .toList(),
        texts.sections(document));
  }
}
