package cepa.renderer.template;

import cepa.renderer.asset.Assets;
import cepa.renderer.template.TemplateFunction.Place;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every template may call: `asset('cepa.css')` is the URL of an asset; `path | url`, or
/// `url(path)`, the URL of an internal path; `path | beside(page)` the shortest one on the page of
/// that path; `fragment('component/relay-row', value)` the output of a template that sees `value`
/// as `row` and nothing else, rendered once a model.
final class SiteExtension extends AbstractExtension {

  private final Assets assets;
  private final FragmentRenderer renderer;

  SiteExtension(Assets assets, FragmentRenderer renderer) {
    this.assets = assets;
    this.renderer = renderer;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(
        "asset", new TemplateFunction(List.of("name"), this::asset),
        "fragment", new TemplateFunction(List.of("template", "value"), this::fragment),
        "url", new TemplateFunction(List.of("path"), (given, at) -> url(given.get("path"), at)));
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of("url", new UrlFilter(), "beside", new BesideFilter());
  }

  private Object asset(Map<String, Object> given, Place place) {
    String name = String.valueOf(given.get("name"));
    String path = assets.path(name);
    if (path == null) {
      throw place.error("There is no asset " + name + "; there are " + assets.names(), null);
    }
    return PageScope.CURRENT.get().prefix() + path;
  }

  private Object fragment(Map<String, Object> given, Place place) {
    Object value = given.get("value");
    if (value == null) {
      throw place.error("A fragment needs a value to show", null);
    }
    String template = String.valueOf(given.get("template"));
    PageScope scope = PageScope.CURRENT.get();
    return scope.fragments().get(template, value, () -> renderer.render(template, value, scope));
  }

  private static Object url(@Nullable Object path, Place place) {
    if (!(path instanceof String text) || !text.startsWith("/")) {
      throw place.error(
          "Only an absolute path of the site has a URL, not " + path + "; is it a link at all?",
          null);
    }
    return PageScope.CURRENT.get().prefix() + text;
  }

  /// Renders a fragment that is not known yet.
  @FunctionalInterface
  interface FragmentRenderer {
    Fragment render(String template, Object value, PageScope scope);
  }

  private static final class UrlFilter implements Filter {

    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }

    @Override
    public Object apply(
        @Nullable Object input,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return url(input, new Place(self, line));
    }
  }

  /// A file in the directory of a page is named there: its path is most of what some pages would
  /// repeat. A page that is no directory may be served under other addresses than its own.
  private static final class BesideFilter implements Filter {

    @Override
    public List<String> getArgumentNames() {
      return List.of("page");
    }

    @Override
    public Object apply(
        @Nullable Object input,
        Map<String, Object> arguments,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      String page = String.valueOf(arguments.get("page"));
      return input instanceof String path && page.endsWith("/") && path.startsWith(page)
          ? path.substring(page.length())
          : url(input, new Place(self, line));
    }
  }
}
