package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.renderer.SitePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Links of the web to the reference site lead somewhere here, too.
class ReferenceAddressesTest {

  /// Not of page families: the search index has another form and another place.
  private static final Set<String> OTHER_FORM = Set.of("/search-index.json");

  /// Families that are still to come.
  private static final Set<String> AWAITED =
      Set.of("/network-health.html", "/misc/authorities.html", "/misc/aroi-leaderboards.html");

  @Test
  void everyAddress_isAPageOrLeadsToOne() {
    ReferenceSite reference = ReferenceSite.load();
    LoadedModel model = reference.network().load("m1");
    Map<String, SitePath> paths = new HashMap<>();
    RenderedSite.paths(model).forEach(path -> paths.put(path.path(), path));

    List<String> missing =
        reference.addresses().stream()
            .filter(address -> !OTHER_FORM.contains(address) && !AWAITED.contains(address))
            .filter(address -> !isPage(paths, target(paths, address)))
            .toList();

    assertThat(reference.addresses()).hasSizeGreaterThan(2_400);
    assertThat(missing).isEmpty();
  }

  private static String target(Map<String, SitePath> paths, String address) {
    return paths.get(address) instanceof SitePath.Redirect redirect ? redirect.target() : address;
  }

  private static boolean isPage(Map<String, SitePath> paths, String path) {
    return paths.get(path) instanceof SitePath.Page;
  }
}
