package cepa.renderer.template;

import cepa.error.PermanentException;
import cepa.renderer.PageView;
import cepa.renderer.asset.Assets;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// All templates of the site behind one engine: strict variables, everything escaped, no way around
/// it. Safe for many threads.
public final class SiteTemplates {

  private final PebbleEngine engine;

  /// @param extensions filters, tests and functions that families bring along
  public SiteTemplates(Collection<? extends Extension> extensions, Assets assets) {
    this.engine =
        new PebbleEngine.Builder()
            .loader(new TemplateLoader())
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .registerExtensionCustomizer(OnlyEscaped::new)
            .extension(extensions.toArray(Extension[]::new))
            .extension(new SiteExtension(assets, this::fragment))
            .build();
  }

  /// Renders a page; what it wrote stands in `out`.
  ///
  /// @throws PermanentException naming page, template and line, if the template does not work
  public void render(PageInput page, Surroundings around, Utf8Writer out) {
    var scope = new PageScope(around.prefix(), around.fragments(), out);
    out.reset();
    try {
      ScopedValue.where(PageScope.CURRENT, scope)
          .run(() -> evaluate(page.template, out, Map.of("view", page.view, "site", page.shell)));
    } catch (PebbleException e) {
      throw TemplateError.of(e, page.shell.path(), page.template);
    }
  }

  /// Printed to the end of the page being made and taken back from there: no second buffer.
  private Fragment fragment(String template, Object value, PageScope scope) {
    int mark = scope.out().size();
    evaluate(template, scope.out(), Map.of("row", value));
    return new Fragment(scope.out().cut(mark));
  }

  private void evaluate(String template, Utf8Writer out, Map<String, Object> variables) {
    try {
      engine.getTemplate(template).evaluate(out, variables);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
  }

  /// One page to be rendered.
  ///
  /// @param template class path name without `.peb`
  public record PageInput(String template, PageView view, SiteShell shell) {}

  /// What the pages of a model have in common.
  ///
  /// @param prefix path of the base URL, without a trailing slash; empty if it has none
  /// @param fragments pieces shared by its pages
  public record Surroundings(String prefix, Fragments fragments) {}
}
