package cepa.bench.twins;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.bench.flat.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinCheckTest {

  private static final String PAGE =
      """
      <main><h1>x</h1>
      <dl><div><dt>Observed</dt><dd>%s Mbit/s<small>of %s known</small></dd></div></dl>
      <table><caption>Roles</caption>
      <thead><tr><th>Role</th><th>Relays</th></tr></thead>
      <tbody><tr><th>Guard</th><td>%s</td></tr><tr><th>Exit</th><td>%s</td></tr></tbody></table>
      <h2>List</h2><table><caption>1 to 2</caption>
      <thead><tr><th>Name</th><th>Weight <small>%%</small></th></tr></thead>
      <tbody><tr><th><bdi>99</bdi></th><td>%s</td></tr>
      <tr><th><bdi>y</bdi></th><td>%s</td></tr></tbody></table></main>
      """;
  private static final String TWIN =
      """
      {"observedBitsPerSecond": %s0000, "known": %s, "figures": {"guards": %s, "exits": %s},
       "rows": [{"weightPercent": %s}, {"weightPercent": %s}]}
      """;

  @TempDir private Path directory = Path.of("");
  private TestSite site = new TestSite(directory);

  /// Twenty pages whose figures are all different and right.
  @BeforeEach
  void aSite() {
    site = new TestSite(directory).with("index.html", "");
    String unknown = "<span class=\"unknown\">unknown</span>";
    for (int i = 10; i < 30; i++) {
      site.with(page(i), PAGE.formatted("3." + i, "4" + i, "5" + i, "6" + i, "0." + i, unknown))
          .with(twin(i), TWIN.formatted("3" + i, "4" + i, "5" + i, "6" + i, "0." + i, "null"));
    }
  }

  @Test
  void rightFigures_areFoundRight() {
    TwinCheck.Result result = check();
    assertThat(result.wrong()).isEmpty();
    assertThat(result.without()).isEmpty();
    assertThat(result.families()).containsExactly(new TwinCheck.Family("as", 20, 120));
  }

  @Test
  void oneWrongDigit_isFound() {
    String right = PAGE.formatted("3.17", "417", "517", "617", "0.17", "0.27");
    site.with(page(17), right.replace("<td>617</td>", "<td>618</td>"))
        .with(twin(17), TWIN.formatted("317", "417", "517", "617", "0.17", "0.27"));
    assertThat(check().wrong())
        .containsExactly(
            new TwinCheck.Wrong(page(17), "as:  > Roles > Relays", "figures.exits", "618", "617"));
  }

  @Test
  void wrongUnit_isFound() {
    site.with(page(17), PAGE.formatted("3.17", "417", "517", "617", "0.17", "0.27"))
        .with(twin(17), TWIN.formatted("3170", "417", "517", "617", "0.17", "0.27"));
    assertThat(check().wrong())
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.known()).isEqualTo("31700000"));
  }

  @Test
  void unknownOnThePageButKnownInTheTwin_isFound() {
    site.with(twin(17), TWIN.formatted("317", "417", "517", "617", "0.17", "0.27"));
    assertThat(check().wrong())
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.shown()).isEqualTo("unknown"));
  }

  @Test
  void figureTheTwinDoesNotHave_isFound() {
    for (int i = 10; i < 30; i++) {
      site.with(twin(i), "{\"observedBitsPerSecond\": 3" + i + "0000}");
    }
    assertThat(check().without())
        .extracting(TwinCheck.Wrong::slot)
        .contains("as:  > Observed (of # known)", "as:  > Roles > Relays");
  }

  private TwinCheck.Result check() {
    var files = site.files();
    return TwinCheck.of(files, files.pagesWithTwin());
  }

  private static String page(int i) {
    return "as/AS" + i + "/index.html";
  }

  private static String twin(int i) {
    return "as/AS" + i + "/index.json";
  }
}
