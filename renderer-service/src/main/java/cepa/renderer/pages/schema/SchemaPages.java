package cepa.renderer.pages.schema;

import cepa.json.Json;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.twin.TwinSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Describes the twins of all families. The shape of a twin is that of the record of its view, so
/// one page of each kind is asked for its type; what the page says does not matter.
@Component
final class SchemaPages implements PageFamily {

  private static final String PATH = "/schema/";
  private static final String TEMPLATE = "cepa/renderer/pages/schema/schema";
  private static final String TYPE = "application/schema+json";

  private final ObjectProvider<PageFamily> families;

  SchemaPages(ObjectProvider<PageFamily> families) {
    this.families = families;
  }

  @Override
  public String id() {
    return "schema";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    Map<String, Supplier<? extends PageView>> shapes =
        context.data().shared(Shapes.class, () -> shapes(context)).views();
    List<Link> links = shapes.keySet().stream().map(shape -> new Link(shape, path(shape))).toList();
    SitePath page = new SitePath.Page(PATH, TEMPLATE, false, () -> new SchemaView(head(), links));
    String base = context.model().site().baseUrl();
    Stream<SitePath> schemas =
        shapes.entrySet().stream()
            .map(shape -> {
              String path = path(shape.getKey());
              return new SitePath.Document(
                  path,
                  TYPE,
                  () ->
                      Json.bytes(
                          TwinSchema.of(
                              shape.getValue().get().getClass(),
                              (base == null ? "" : base) + path,
                              shape.getKey())));
            });
    return Stream.concat(Stream.of(page), schemas);
  }

  private static String path(String shape) {
    return PATH + shape + ".json";
  }

  private Shapes shapes(PageContext context) {
    Map<String, Supplier<? extends PageView>> views = new TreeMap<>();
    for (PageFamily family : families) {
      if (family != this) {
        try (Stream<SitePath> paths = family.paths(context)) {
          paths.forEach(path -> {
            if (path instanceof SitePath.Page page) {
              views.putIfAbsent(page.shape(), page.view());
            }
          });
        }
      }
    }
    views.put("schema", () -> new SchemaView(head(), List.of()));
    return new Shapes(views);
  }

  private static PageHead head() {
    return new PageHead(
        "About the data",
        "What programs can read of this site: JSON, CSV, feeds, their schemas and their licence.",
        "",
        List.of(),
        true,
        List.of());
  }

  /// One page of each kind.
  private record Shapes(Map<String, Supplier<? extends PageView>> views) {}
}
