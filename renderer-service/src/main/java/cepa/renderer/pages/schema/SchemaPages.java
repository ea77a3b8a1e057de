package cepa.renderer.pages.schema;

import cepa.json.Json;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import cepa.renderer.view.twin.TwinSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Describes the twins of all families. The shape of a twin is that of the record of its view;
/// families say which there may be, whether or not this model makes them have such a page.
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
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(97, "schema.menu", PATH, "schema", "navigation.about"));
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("schema", SchemaView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    Map<String, Class<? extends PageView>> all = all();
    List<Link> links = all.keySet().stream().map(shape -> new Link(shape, path(shape))).toList();
    SitePath page =
        new SitePath.Page(PATH, TEMPLATE, false, () -> new SchemaView(head(context), links));
    String base = context.model().site().baseUrl();
    Stream<SitePath> schemas =
        all.entrySet().stream()
            .map(shape -> schema(shape.getKey(), shape.getValue(), base == null ? "" : base));
    return Stream.concat(Stream.of(page), schemas);
  }

  private static SitePath schema(String shape, Class<? extends PageView> view, String base) {
    String path = path(shape);
    return new SitePath.Document(
        path, TYPE, () -> Json.bytes(TwinSchema.of(view, base + path, shape)));
  }

  private static String path(String shape) {
    return PATH + shape + ".json";
  }

  /// Of every family, in order of name; two kinds of page of one name would be one address.
  private Map<String, Class<? extends PageView>> all() {
    Map<String, Class<? extends PageView>> all = new TreeMap<>(shapes());
    for (PageFamily family : families) {
      if (family == this) {
        continue;
      }
      family
          .shapes()
          .forEach((shape, view) -> {
            Class<? extends PageView> other = all.put(shape, view);
            if (other != null) {
              throw new IllegalStateException(
                  "Two kinds of page are called " + shape + ": " + view + " and " + other);
            }
          });
    }
    return all;
  }

  private static PageHead head(PageContext context) {
    return new PageHead(
        Messages.of(context).text("schema.title"),
        Messages.of(context).text("schema.description"),
        "schema",
        List.of(),
        true,
        List.of());
  }
}
