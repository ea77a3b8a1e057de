package cepa.renderer.pages.sitemap;

import cepa.model.NetworkModel;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names the pages that search engines may list. Without the times of their last change: these
/// would change the file in every build and say little.
@Component
final class SitemapPages implements PageFamily {

  /// The most that the sitemap protocol allows in one file.
  private static final int URLS = 50_000;

  /// Pages other than those of relays and groups; more than there are.
  private static final int OTHERS = 1_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Override
  public String id() {
    return "sitemap";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    String base = context.model().site().baseUrl();
    SitePath robots = new SitePath.Document("/robots.txt", "text/plain", () -> bytes(robots(base)));
    if (base == null) {
      return Stream.of(robots);
    }
    int parts = parts(context.model());
    SitePath index =
        new SitePath.Document("/sitemap.xml", "application/xml", () -> bytes(index(base, parts)));
    Stream<SitePath> children =
        IntStream.rangeClosed(1, parts)
            .mapToObj(part ->
                new SitePath.Document(
                    "/sitemap-" + part + ".xml",
                    "application/xml",
                    () -> bytes(urls(base, part(context, part, parts)))));
    return Stream.concat(Stream.of(robots, index), children);
  }

  /// From an upper bound of the pages, as counting them means making them.
  private static int parts(NetworkModel model) {
    int groups = model.groups().values().stream().mapToInt(List::size).sum();
    int most = model.relays().size() + groups + OTHERS;
    return Math.ceilDiv(most, URLS);
  }

  /// Even shares, so that none is empty.
  private static List<String> part(PageContext context, int part, int parts) {
    List<String> all = context.indexedPaths().get();
    long size = all.size();
    return all.subList((int) (size * (part - 1) / parts), (int) (size * part / parts));
  }

  private static String robots(@Nullable String base) {
    String sitemap = base == null ? "" : "Sitemap: " + base + "/sitemap.xml\n";
    return "User-agent: *\nDisallow: /search\n" + sitemap;
  }

  private static String index(String base, int parts) {
    var xml = new StringBuilder(HEAD).append("<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
    for (int part = 1; part <= parts; part++) {
      xml.append("<sitemap><loc>")
          .append(escaped(base))
          .append("/sitemap-")
          .append(part)
          .append(".xml</loc></sitemap>\n");
    }
    return xml.append("</sitemapindex>\n").toString();
  }

  private static String urls(String base, List<String> paths) {
    var xml = new StringBuilder(HEAD).append("<urlset xmlns=\"" + NAMESPACE + "\">\n");
    for (String path : paths) {
      xml.append("<url><loc>").append(escaped(base)).append(escaped(path)).append("</loc></url>\n");
    }
    return xml.append("</urlset>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
