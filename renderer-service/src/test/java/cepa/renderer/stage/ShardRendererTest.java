package cepa.renderer.stage;

import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.build.BuildStore;
import cepa.build.PageEntry;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.model.SourceProvenance.State;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.LocalBuilds.Finished;
import cepa.renderer.testing.MemoryStore;
import cepa.renderer.toy.ToyFiles;
import cepa.renderer.toy.ToyList;
import cepa.renderer.toy.ToyRelays;
import cepa.testing.model.NetworkBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardRendererTest {

  private static final String FIRST = "/relay/" + "0".repeat(39) + "1/";

  private final MemoryStore store = new MemoryStore();
  private final LocalBuilds builds =
      new LocalBuilds(store, 2, new ToyRelays(), new ToyList(), new ToyFiles());

  @Test
  void fullBuild_putsOnePackAndOnePartAShard() {
    Finished built = builds.build("b1", network(20).load("m1"), null);

    assertThat(built.shards()).hasSize(2);
    List<String> puts = store.takePuts();
    assertThat(puts).filteredOn(key -> key.startsWith("packs/")).hasSize(2);
    assertThat(puts).filteredOn(key -> key.startsWith("parts/")).hasSize(2);
    assertThat(puts).filteredOn(key -> key.startsWith("assets/")).hasSize(1);
    assertThat(built.objects("toy-relay")).isEqualTo(20);
    assertThat(built.entries())
        .containsKeys(FIRST, FIRST + "index.json", "/relays/", "/sitemap.txt");
  }

  @Test
  void sameModel_keepsEveryPageAndMakesTheSameParts() {
    LoadedModel model = network(20).load("m1");
    Finished first = builds.build("b1", model, null);
    store.takePuts();
    Finished second = builds.build("b2", model, "b1");

    assertThat(second.rendered()).isZero();
    assertThat(second.changed()).isZero();
    assertThat(parts(second)).isEqualTo(parts(first));
    assertThat(store.takePuts()).noneMatch(key -> key.startsWith("packs/"));
  }

  @Test
  void renderingAShardTwice_makesTheSamePart() {
    LoadedModel model = network(20).load("m1");

    assertThat(parts(builds.build("b1", model, null)))
        .isEqualTo(parts(builds.build("b2", model, null)));
  }

  @Test
  void oneRenamedRelay_rendersOnlyThePagesThatShowIt() {
    builds.build("b1", network(40).load("m1"), null);
    Finished second =
        builds.build("b2", network(40).with(aRelay().nickname("new")).load("m2"), "b1");

    // The new relay's page, the list page it stands on, and the sitemap.
    assertThat(second.rendered()).isEqualTo(2);
    assertThat(second.text("/relays/6.html")).contains("new");
  }

  @Test
  void stateOfASource_touchesOnlyPagesThatNameIt() {
    builds.build("b1", network(10).load("m1"), null);
    Finished second =
        builds.build("b2", network(10).source("onionoo-uptime", State.MISSING).load("m2"), "b1");

    assertThat(second.rendered()).isEqualTo(10);
    assertThat(second.text(FIRST)).contains("onionoo-uptime: MISSING");
  }

  @Test
  void pageThatCameOutTheSame_staysWhereItIs() {
    builds.build("b1", aNetwork().with(aRelay().bandwidth(10_000_000)).load("m1"), null);
    Finished first =
        builds.build("b2", aNetwork().with(aRelay().bandwidth(10_000_000)).load("m2"), "b1");
    Finished second =
        builds.build("b3", aNetwork().with(aRelay().bandwidth(10_000_001)).load("m3"), "b2");

    assertThat(second.rendered()).isEqualTo(1);
    assertThat(entry(second, FIRST).pack()).isEqualTo(entry(first, FIRST).pack());
    assertThat(entry(second, FIRST + "index.json").pack())
        .isNotEqualTo(entry(first, FIRST + "index.json").pack());
  }

  @Test
  void otherCode_rendersEverythingAndPacksOnlyWhatCameOutDifferent() {
    builds.build("b1", network(20).load("m1"), null);
    store.takePuts();
    Finished second = builds.codeVersion("code-2").build("b2", network(20).load("m1"), "b1");

    assertThat(second.rendered()).isGreaterThan(20);
    assertThat(second.changed()).isZero();
    assertThat(second.packBytes()).isZero();
  }

  @Test
  void baseThatIsGone_costsAFullRenderOnly() {
    Finished built = builds.build("b2", network(5).load("m1"), "never-built");

    assertThat(built.objects("toy-relay")).isEqualTo(5);
  }

  @Test
  void packMostlyUnused_isCopiedAlong() {
    Finished first = builds.build("b1", network(60).load("m1"), null);
    // All but the first five relays are renamed: most of each first pack is dead.
    NetworkBuilder renamed = network(5);
    IntStream.rangeClosed(6, 60).forEach(i -> renamed.with(aRelay().nickname("renamed" + i)));
    Finished second = builds.build("b2", renamed.load("m2"), "b1");

    assertThat(packs(second)).doesNotContainAnyElementsOf(packs(first));
    assertThat(second.text(FIRST)).isEqualTo(first.text(FIRST));
  }

  @Test
  void packMostlyUsed_isLeftAlone() {
    Finished first = builds.build("b1", network(60).load("m1"), null);
    Finished second =
        builds.build("b2", network(60).with(aRelay().nickname("new")).load("m2"), "b1");

    assertThat(packs(second)).containsAll(packs(first));
  }

  @Test
  void compressedBodies_carryNoTimeAndNoMachine() {
    Finished built = builds.build("b1", network(1).load("m1"), null);
    PageEntry entry = entry(built, FIRST);
    byte[] head =
        store
            .getRange(BuildStore.packKey(Objects.requireNonNull(entry.pack())), entry.offset(), 10)
            .orElseThrow();

    assertThat(head).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
  }

  @Test
  void hostileText_isShownAsText() {
    String hostile = "\"><script>alert(1)</script>{{ 7*7 }}";
    LoadedModel model = aNetwork().with(aRelay().nickname("<b>&amp;").contact(hostile)).load("m1");
    String page = builds.build("b1", model, null).text(FIRST);

    assertThat(page)
        .contains("<h1>&lt;b&gt;&amp;amp;</h1>")
        .contains("title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}\"")
        .doesNotContain("<script>");
  }

  @Test
  void twin_hasPropertiesInOrderUnknownAsNullAndALineEnd() {
    LoadedModel model = aNetwork().with(aRelay().contact(null)).load("m1");
    String twin = builds.build("b1", model, null).text(FIRST + "index.json");

    assertThat(twin)
        .startsWith("{\"head\":{\"title\":\"Zwiebel\"")
        .contains("\"nickname\":\"Zwiebel\",\"contact\":null,\"megabytesPerSecond\":10,")
        .endsWith("}\n");
  }

  @Test
  void redirects_areEntriesWithoutABody() {
    Finished built = builds.build("b1", network(1).load("m1"), null);

    assertThat(entry(built, "/r/" + "0".repeat(39) + "1/"))
        .extracting(PageEntry::location, PageEntry::pack, PageEntry::size)
        .containsExactly(FIRST, null, 0);
  }

  @Test
  void baseUrlWithAPath_prefixesEveryInternalLink() {
    LoadedModel model = network(1).baseUrl("https://example.org/tor").load("m1");
    String list = builds.build("b1", model, null).text("/relays/");

    assertThat(list)
        .contains("href=\"/tor/assets/cepa.")
        .contains("<a href=\"/tor" + FIRST + "\">")
        .contains("href=\"/tor/relays/index.json\"")
        .contains("<link rel=\"canonical\" href=\"https://example.org/tor/relays/\">");
  }

  @Test
  void menu_isInOrderAndMarksTheSection() {
    String list = builds.build("b1", network(1).load("m1"), null).text("/relays/");

    assertThat(list)
        .contains(
            "<a href=\"/relays/\" aria-current=\"page\">Relays</a><a href=\"/exits/\">Exits</a>");
  }

  @Test
  void withoutBaseUrl_pagesClaimNoCanonicalAddress() {
    String page = builds.build("b1", network(1).baseUrl(null).load("m1"), null).text("/relays/");

    assertThat(page).doesNotContain("canonical");
  }

  @Test
  void sitemap_listsIndexedPagesInOrder() {
    LoadedModel model = network(2).load("m1");

    assertThat(builds.build("b1", model, null).text("/sitemap.txt"))
        .isEqualTo(String.join("\n", "/exits/", FIRST, FIRST.replace('1', '2'), "/relays/"));
  }

  @Test
  void shardThatDoesNotExist_isRefused() {
    LoadedModel model = network(1).load("m1");

    assertThatThrownBy(() ->
            builds.renderer().render(builds.assignment("b", 2, model, null), Progress.ignored()))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("no shard 2 among 2");
  }

  @Test
  void progressMayGiveUp_andNothingOfTheShardIsPut() {
    LoadedModel model = network(20).load("m1");
    Progress impatient =
        () -> {
          if (store.takePuts().isEmpty()) {
            throw new RetriableException("stopping", null);
          }
        };

    assertThatThrownBy(
            () -> builds.renderer().render(builds.assignment("b", 0, model, null), impatient))
        .isInstanceOf(RetriableException.class);
    assertThat(store.takePuts()).isEmpty();
  }

  @Test
  void timesOfAllStepsAreTold() {
    StagedShard staged =
        builds
            .renderer()
            .render(builds.assignment("b", 0, network(5).load("m1"), null), Progress.ignored());

    assertThat(staged.nanosByStep())
        .containsOnlyKeys("load", "view", "twin", "render", "pack", "store");
    assertThat(staged.kept()).isZero();
  }

  private static NetworkBuilder network(int relays) {
    NetworkBuilder network = aNetwork();
    // Descending bandwidth keeps the order of relays, so that a new last one moves no other.
    IntStream.rangeClosed(1, relays)
        .forEach(
            i -> network.with(aRelay().nickname("relay" + i).bandwidth(90_000_000L - i * 1000L)));
    return network;
  }

  private static PageEntry entry(Finished built, String path) {
    return Objects.requireNonNull(built.entries().get(path));
  }

  private static List<String> parts(Finished built) {
    return built.shards().stream().map(shard -> shard.part()).toList();
  }

  private static List<String> packs(Finished built) {
    Map<String, PageEntry> entries = built.entries();
    return entries.values().stream()
        .map(PageEntry::pack)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
