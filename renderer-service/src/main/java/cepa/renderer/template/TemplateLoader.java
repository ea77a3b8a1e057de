package cepa.renderer.template;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.utils.PathUtils;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds templates on the class path, by one rule: `layout/page` and `component/table` stand below
/// `templates/`, every other name is a class path name as it is
/// (`cepa/renderer/pages/country/country`). Names have no leading slash and no `.peb`.
final class TemplateLoader implements Loader<String> {

  private static final String SUFFIX = ".peb";

  private final ClassLoader classes = TemplateLoader.class.getClassLoader();

  @Override
  public Reader getReader(String name) {
    InputStream in = classes.getResourceAsStream(resource(name));
    if (in == null) {
      throw new LoaderException(null, "There is no template " + resource(name));
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    boolean shared = name.startsWith("layout/") || name.startsWith("component/");
    return (shared ? "templates/" : "") + name + SUFFIX;
  }

  @Override
  public @Nullable String resolveRelativePath(String relative, String anchor) {
    return PathUtils.resolveRelativePath(relative, anchor, '/');
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public boolean resourceExists(String name) {
    return classes.getResource(resource(name)) != null;
  }

  @Override
  public void setCharset(String charset) {
    throw new UnsupportedOperationException("Templates are UTF-8");
  }

  @Override
  public void setPrefix(String prefix) {
    throw new UnsupportedOperationException("Templates stand on the class path");
  }

  @Override
  public void setSuffix(String suffix) {
    throw new UnsupportedOperationException("Templates end in " + SUFFIX);
  }
}
