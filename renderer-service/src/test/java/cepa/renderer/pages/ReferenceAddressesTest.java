package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.renderer.SitePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Links of the web to the reference site lead somewhere here, too.
class ReferenceAddressesTest {

  @Test
  void everyAddress_isAPageOrLeadsToOne() {
    ReferenceSite reference = ReferenceSite.load();
    LoadedModel model = reference.network().load("m1");
    Map<String, SitePath> paths = new HashMap<>();
    RenderedSite.paths(model).forEach(path -> paths.put(path.path(), path));

    List<String> missing =
        reference.addresses().stream()
            .filter(address -> !isPage(paths, target(paths, address)))
            .toList();

    assertThat(reference.addresses()).hasSizeGreaterThan(2_400);
    assertThat(missing).isEmpty();
  }

  private static String target(Map<String, SitePath> paths, String address) {
    return paths.get(address) instanceof SitePath.Redirect redirect ? redirect.target() : address;
  }

  private static boolean isPage(Map<String, SitePath> paths, String path) {
    SitePath found = paths.get(path);
    boolean data = path.endsWith(".json");
    return data ? found instanceof SitePath.Document : found instanceof SitePath.Page;
  }
}
