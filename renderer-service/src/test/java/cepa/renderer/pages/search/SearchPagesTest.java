package cepa.renderer.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.search.SearchAnswer;
import cepa.search.SearchLookup;
import cepa.testing.model.Networks;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SearchPagesTest {

  private static final RenderedSite SITE = RenderedSite.of(SampleNetworks.hostile());

  private static SearchLookup lookup(RenderedSite site) {
    return new SearchLookup(path -> Json.MAPPER.readTree(site.document(path)));
  }

  @ParameterizedTest
  @CsvSource({
    "valeSwift01, /relay/0008D9640FE4947F73E355F67E20C2D290BBC72C/",
    "eswift01, /relay/0008D9640FE4947F73E355F67E20C2D290BBC72C/",
    "0008D9640FE4947F73E355F67E20C2D290BBC72D, /relay/0008D9640FE4947F73E355F67E20C2D290BBC72D/",
    "198.51.100.141, /relay/0008D9640FE4947F73E355F67E20C2D290BBC72C/",
    "[2001:db8:6003::141]:443, /relay/0008D9640FE4947F73E355F67E20C2D290BBC72C/",
    "7922, /as/AS7922/",
    "comcast cable, /as/AS7922/",
    "Cable Communications LLC, /as/AS7922/",
    "France, /country/FR/",
    "usa, /country/US/"
  })
  void whatHasAPage_isFound(String query, String path) {
    assertThat(lookup(SITE).answer(query))
        .isInstanceOfSatisfying(SearchAnswer.Go.class, go -> assertThat(go.path()).isEqualTo(path));
  }

  @Test
  void everyPathOfTheIndex_isAPage() {
    var roots = new TreeMap<Integer, String>();
    JsonNode kinds = Json.MAPPER.readTree(SITE.document("/search/shards.json")).path("kinds");
    for (int i = 0; i < kinds.size(); i++) {
      roots.put(i, kinds.get(i).path("root").asString());
    }
    int rows = 0;
    for (String path : SITE.documents().keySet()) {
      if (path.matches("/search/[0-9a-f]{4}\\.json")) {
        for (JsonNode key : Json.MAPPER.readTree(SITE.document(path))) {
          for (JsonNode row : key) {
            String last = row.path(2).asString();
            String page = last.startsWith("/") ? last : roots.get(row.path(0).asInt()) + last + "/";
            assertThat(SITE.pages()).as("%s: %s", path, row).containsKey(page);
            rows++;
          }
        }
      }
    }
    assertThat(rows).isGreaterThan(30);
  }

  @Test
  void hourThatChangesNothing_changesNoShard() {
    RenderedSite later =
        RenderedSite.of(SampleNetworks.hostile().asOf(Networks.AS_OF.plusSeconds(3_600)));
    SITE.documents()
        .forEach((path, body) -> {
          if (path.startsWith("/search/")) {
            assertThat(later.document(path)).as(path).isEqualTo(SITE.document(path));
          }
        });
  }

  @Test
  void contactWords_areThoseSomebodyLooksFor() {
    assertThat(
            ContactWords.of(
                "Jane Doe email:jane[]relays.example url:https://relays.example proof:uri-rsa"
                    + " ciissversion:2 hoster:x a"))
        .containsExactly("jane", "doe", "jane[]relays.example", "relays.example");
  }

  @Test
  void page_hasOneScriptAndWorksWithoutIt() {
    assertThat(SITE.page("/search/").select("script[defer][src]")).hasSize(1);
    assertThat(SITE.html("/search/")).contains("<noscript>").contains("script-src 'self'");
    assertThat(SITE.html("/search/frame.html"))
        .contains("value=\"[[query]]\"", "[[content]]")
        .doesNotContain("<script");
  }
}
