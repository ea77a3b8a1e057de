package cepa.renderer.toy;

import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// A sitemap of plain lines.
public final class ToyFiles implements PageFamily {

  @Override
  public String id() {
    return "toy-files";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(
        new SitePath.Document(
            "/sitemap.txt",
            "text/plain; charset=utf-8",
            () ->
                String.join("\n", context.indexedPaths().get()).getBytes(StandardCharsets.UTF_8)));
  }
}
