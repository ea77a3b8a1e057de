package cepa.edge.route;

import static cepa.edge.route.Entries.page;
import static cepa.edge.route.Entries.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.build.PageEntry;
import cepa.error.PermanentException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  @Test
  void everything_comesBackAsItWentIn() {
    var table = RouteTable.of(List.of(Entries.part(page("/a/"), redirect("/b/", "/a/"))));

    assertThat(table.find("/a/"))
        .isEqualTo(new Route.Body("/a/", "a1".repeat(32), 10, 20, 30, "text/html", Entries.DIGEST));
    assertThat(table.find("/b/")).isEqualTo(new Route.Redirect("/b/", "/a/"));
    assertThat(table.find("/c/")).isNull();
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void tenThousandPaths_areAllFoundAndCostLittle() {
    List<PartRoutes> parts = new ArrayList<>();
    for (int p = 0; p < 64; p++) {
      PageEntry[] pages = new PageEntry[160];
      for (int i = 0; i < pages.length; i++) {
        pages[i] = page(path(p * pages.length + i));
      }
      parts.add(Entries.part(pages));
    }

    var table = RouteTable.of(parts);

    for (int i = 0; i < 64 * 160; i++) {
      assertThat(table.has(path(i))).isTrue();
      assertThat(table.inOtherCase(path(i).toLowerCase(java.util.Locale.ROOT))).isEqualTo(path(i));
    }
    assertThat(table.has(path(64 * 160))).isFalse();
    assertThat(table.bytes() / table.size()).isLessThan(130);
  }

  @Test
  void emptyBuild_hasNoPath() {
    var table = RouteTable.of(List.of());

    assertThat(table.find("/")).isNull();
    assertThat(table.inOtherCase("/")).isNull();
  }

  @Test
  void pathInTwoParts_isRefused() {
    assertThatThrownBy(
            () -> RouteTable.of(List.of(Entries.part(page("/a/")), Entries.part(page("/a/")))))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("/a/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/", "//a/", "/../a", "/ä/", "/a b/", "", "/a//", "/<a>/"})
  void pathNoSiteHas_isRefused(String path) {
    assertThatThrownBy(() -> Entries.part(page(path)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("not a path of the site");
  }

  @Test
  void redirectOutOfTheSite_isRefused() {
    assertThatThrownBy(() -> Entries.part(redirect("/a/", "//evil.example/")))
        .isInstanceOf(PermanentException.class);
  }

  private static String path(int i) {
    return "/relay/%040X/".formatted(i * 2_654_435_761L);
  }
}
