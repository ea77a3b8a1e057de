package cepa.renderer.template;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MenuTest {

  private static PageFamily family(int order, String text, String group) {
    return new PageFamily() {
      @Override
      public String id() {
        return text;
      }

      @Override
      public List<NavEntry> navigation() {
        return List.of(new NavEntry(order, text, "/" + text + "/", text, group));
      }

      @Override
      public Stream<SitePath> paths(PageContext context) {
        return Stream.of();
      }
    };
  }

  @Test
  void entriesOfAGroup_foldTogetherWhereItsFirstWouldStand() {
    Menu menu =
        Menu.of(
            List.of(
                family(40, "flags", "Relays"),
                family(30, "health", ""),
                family(20, "relays", "Relays"),
                family(10, "home", "")));
    assertThat(menu.items().stream().map(Menu.Item::name))
        .containsExactly("home", "Relays", "health");
    Menu.Item relays = menu.items().get(1);
    assertThat(relays.folds()).isTrue();
    assertThat(relays.entries().stream().map(PageFamily.NavEntry::text))
        .containsExactly("relays", "flags");
    assertThat(relays.has("flags")).isTrue();
    assertThat(relays.has("health")).isFalse();
    assertThat(menu.items().getFirst().folds()).isFalse();
  }

  @Test
  void familiesWithoutEntries_makeNoItem() {
    assertThat(Menu.of(List.of()).items()).isEmpty();
  }
}
