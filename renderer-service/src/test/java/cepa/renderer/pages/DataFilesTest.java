package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.json.Json;
import cepa.model.GroupChange;
import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.testing.model.Networks;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/// What programs read instead of pages.
class DataFilesTest {

  private static final RenderedSite SITE = RenderedSite.of(SampleNetworks.hostile());

  @Test
  void everyTwin_followsItsSchema() {
    SITE.pages()
        .keySet()
        .forEach(path -> {
          Element link = SITE.page(path).selectFirst("link[rel=describedby]");
          assertThat(link).as(path).isNotNull();
          JsonNode schema = Json.MAPPER.readTree(SITE.document(link.attr("href")));
          String twin = path.endsWith("/") ? path + "index.json" : path.replace(".html", ".json");
          assertThat(new SchemaCheck(schema).problems(Json.MAPPER.readTree(SITE.twin(twin))))
              .as(path)
              .isEmpty();
        });
  }

  @Test
  void schemas_neitherComeNorGoWithTheData() {
    RenderedSite empty = RenderedSite.of(Networks.aNetwork());
    assertThat(schemas(empty)).isEqualTo(schemas(SITE)).contains("/schema/changes-day.json");
    assertThat(empty.pages().keySet()).noneMatch(path -> path.startsWith("/changes/2"));
  }

  private static List<String> schemas(RenderedSite site) {
    return site.documents().keySet().stream().filter(p -> p.startsWith("/schema/")).toList();
  }

  @Test
  void schemaCheck_seesWhatIsWrong() {
    JsonNode schema = Json.MAPPER.readTree(SITE.document("/schema/relay.json"));
    JsonNode twin =
        Json.MAPPER.readTree(
            SITE.twin("/relay/" + SampleNetworks.HEALTHY.hex() + "/index.json")
                .replace("\"running\":true", "\"running\":\"yes\"")
                .replace("\"nickname\":", "\"nick\":"));
    assertThat(new SchemaCheck(schema).problems(twin))
        .contains("/nickname is missing", "/nick is not described", "/running is no boolean");
  }

  @Test
  void everyTable_isAFileOfAsManyRows() {
    assertThat(SITE.csv().keySet())
        .contains(
            "/top-countries.csv",
            "/running.csv",
            "/country/DE/relays.csv",
            "/misc/networks-by-bandwidth/groups.csv",
            "/relay/" + SampleNetworks.HEALTHY.hex() + "/changes.csv",
            "/relay/" + SampleNetworks.HEALTHY.hex() + "/weeks.csv");
    JsonNode twin = Json.MAPPER.readTree(SITE.twin("/country/DE/index.json"));
    List<List<String>> table = Csv.read(SITE.table("/country/DE/relays.csv"));
    assertThat(table.getFirst())
        .contains("relay", "fingerprint", "observedBitsPerSecond", "consensusWeightPercent");
    JsonNode rows = twin.path("relays").path("rows");
    assertThat(table).hasSize(rows.size() + 1);
    for (int i = 0; i < rows.size(); i++) {
      int column = table.getFirst().indexOf("observedBitsPerSecond");
      assertThat(table.get(i + 1).get(column))
          .isEqualTo(rows.get(i).path("observedBitsPerSecond").asString(""));
    }
  }

  @Test
  void tables_holdNoFormulas() {
    SITE.csv()
        .forEach((path, body) -> {
          List<List<String>> table = Csv.read(new String(body, StandardCharsets.UTF_8));
          assertThat(table).as(path).hasSizeGreaterThan(1);
          for (List<String> row : table) {
            assertThat(row).as(path).hasSameSizeAs(table.getFirst());
            assertThat(row).as(path).noneMatch(cell -> cell.matches("(?s)[=@\t\r].*|[+-][^0-9].*"));
          }
        });
  }

  /// Charts of weeks have a column for each chart that there is.
  @Test
  void tables_ofOneKind_haveTheSameColumns() {
    Map<String, Set<List<String>>> columns = new TreeMap<>();
    SITE.csv()
        .forEach((path, body) -> {
          String kind = path.replaceAll("^/([^/]*).*/([^/]*)$", "$1 $2");
          columns
              .computeIfAbsent(kind, _ -> new HashSet<>())
              .add(Csv.read(new String(body, StandardCharsets.UTF_8)).getFirst());
        });
    columns.keySet().removeIf(kind -> kind.endsWith("weeks.csv") || kind.endsWith("months.csv"));
    assertThat(columns).containsKey("country relays.csv");
    assertThat(columns).allSatisfy((kind, heads) -> assertThat(heads).as(kind).hasSize(1));
  }

  @Test
  void tables_areLinkedFromTheirPages() {
    Set<String> linked = new HashSet<>();
    SITE.pages()
        .keySet()
        .forEach(path ->
            SITE.page(path)
                .select("footer a[href$=.csv]")
                .forEach(link -> linked.add(target(path, link.attr("href")))));
    assertThat(linked).isEqualTo(SITE.csv().keySet());
  }

  private static String target(String page, String href) {
    return URI.create(page).resolve(href).getRawPath();
  }

  @Test
  void feeds_areWellFormedAndLinked() throws Exception {
    Set<String> ids = new HashSet<>();
    for (String path : SITE.documents().keySet()) {
      if (!path.endsWith("/feed.atom")) {
        continue;
      }
      String page = path.substring(0, path.length() - "feed.atom".length());
      String linked = SITE.page(page).select("link[type=application/atom+xml]").attr("href");
      assertThat(target(page, linked)).isEqualTo(path);
      NodeList all = xml(SITE.document(path)).getElementsByTagName("id");
      for (int i = 0; i < all.getLength(); i++) {
        assertThat(ids.add(all.item(i).getTextContent())).as("%s id %d", path, i).isTrue();
      }
      JsonNode json = Json.MAPPER.readTree(SITE.document(page + "feed.json"));
      assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(json.path("items").size()).as(path).isEqualTo(all.getLength() - 1);
    }
    assertThat(ids).hasSizeGreaterThan(20);
  }

  @Test
  void feed_tellsWhatChanged() {
    String relay = SITE.document("/relay/" + SampleNetworks.HEALTHY.hex() + "/feed.atom");
    assertThat(relay)
        .contains("<title>Flag gained: Stable</title>", "<updated>2026-01-12T04:00:00Z</updated>")
        .contains("https://relays.example.org/relay/" + SampleNetworks.HEALTHY.hex() + "/");
    assertThat(SITE.document("/feed.json")).contains("relays running");
  }

  @Test
  void feeds_changeOnlyWithTheirFacts() {
    RenderedSite later =
        RenderedSite.of(SampleNetworks.hostile().asOf(Networks.AS_OF.plusSeconds(3_600)));
    SITE.documents()
        .forEach((path, body) -> {
          if (path.contains("/feed.")) {
            assertThat(later.document(path)).as(path).isEqualTo(SITE.document(path));
          }
        });
  }

  @Test
  void feedOfAGroup_namesWhoCameAndWent() {
    var change =
        new GroupChange(
            Networks.AS_OF, List.of(SampleNetworks.HEALTHY), List.of(SampleNetworks.SIBLING));
    RenderedSite site = RenderedSite.of(withChange(change));
    assertThat(site.document("/country/DE/feed.atom"))
        .contains("Gained 1 relay, lost 1 relay", "Gained " + SampleNetworks.HEALTHY.hex());
  }

  /// The small network, whose countries all changed.
  private static LoadedModel withChange(GroupChange change) {
    LoadedModel loaded = SampleNetworks.small().load("m1");
    NetworkModel model = loaded.model();
    Map<String, List<RelayGroup>> groups = new TreeMap<>(model.groups());
    groups.put(
        "country",
        model.groups("country").stream()
            .map(g ->
                new RelayGroup(
                    g.key(), g.name(), g.members(), g.totals(), g.country(), List.of(change)))
            .toList());
    return new LoadedModel(
        "m2",
        new NetworkModel(
            model.asOf(),
            model.site(),
            model.sources(),
            model.totals(),
            model.relays(),
            groups,
            model.memberSets(),
            model.trend()),
        loaded.series(),
        loaded.parts());
  }

  private static Document xml(String text) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Just enough of RFC 4180.
  private static final class Csv {
    static List<List<String>> read(String text) {
      List<List<String>> rows = new ArrayList<>();
      List<String> row = new ArrayList<>();
      var cell = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted) {
          boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
          if (c != '"') {
            cell.append(c);
          } else if (twice) {
            cell.append('"');
            i++;
          } else {
            quoted = false;
          }
        } else if (c == '"') {
          quoted = true;
        } else if (c == ',') {
          row.add(cell.toString());
          cell.setLength(0);
        } else if (c == '\n') {
          row.add(cell.toString());
          cell.setLength(0);
          rows.add(row);
          row = new ArrayList<>();
        } else if (c != '\r') {
          cell.append(c);
        }
      }
      return rows;
    }
  }
}
