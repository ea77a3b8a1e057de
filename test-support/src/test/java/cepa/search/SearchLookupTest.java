package cepa.search;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.testing.search.SearchSample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SearchLookupTest {

  private static final int MOST_BYTES = 64 * 1024;
  private static final SortedMap<String, byte[]> FILES = SearchSample.files();

  private int bytesRead;

  private static List<SearchSample.Row> rows() {
    return SearchSample.rows();
  }

  private SearchLookup lookup() {
    return new SearchLookup(this::read);
  }

  private JsonNode read(String path) {
    byte[] file = FILES.get(path);
    assertThat(file).as(path).isNotNull();
    bytesRead += file.length;
    return Json.MAPPER.readTree(file);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void query_leadsWhereItMust(SearchSample.Row row) {
    assertThat(said(lookup().answer(row.query()))).isEqualTo(row.expected());
    assertThat(bytesRead).isLessThanOrEqualTo(MOST_BYTES);
  }

  static String said(SearchAnswer answer) {
    return switch (answer) {
      case SearchAnswer.Go go -> "go " + go.path();
      case SearchAnswer.Home _ -> "home";
      case SearchAnswer.Nothing _ -> "nothing";
      case SearchAnswer.Refused _ -> "refused";
      case SearchAnswer.Found found ->
          found.groups().stream()
              .map(g -> g.kind() + " " + g.total() + " " + g.hits().getFirst().path())
              .collect(Collectors.joining("; "));
    };
  }

  @Test
  void paging_showsEveryHitOnce() {
    Set<String> seen = new HashSet<>();
    int pages = 1;
    for (int page = 1; page <= pages; page++) {
      bytesRead = 0;
      var found = (SearchAnswer.Found) lookup().answer("relay", "relay", page);
      SearchAnswer.Group group = found.groups().getFirst();
      assertThat(found.groups()).hasSize(1);
      assertThat(group.page()).isEqualTo(page);
      pages = group.pages();
      group.hits().forEach(hit -> assertThat(seen.add(hit.path())).as(hit.path()).isTrue());
      assertThat(bytesRead).isLessThanOrEqualTo(MOST_BYTES);
    }
    assertThat(pages).isEqualTo(46);
    assertThat(seen).hasSize(901);
    assertThat(lookup().answer("relay", "relay", 47)).isInstanceOf(SearchAnswer.Nothing.class);
    assertThat(lookup().answer("relay", "nonsense", 1)).isInstanceOf(SearchAnswer.Nothing.class);
  }

  @Test
  void paging_worksWithinAShardToo() {
    var second = (SearchAnswer.Found) lookup().answer("many", "relay", 2);
    assertThat(second.groups().getFirst().hits()).hasSize(17);
  }

  @Test
  void everyFile_isSmall() {
    FILES.forEach((path, file) -> assertThat(file.length).as(path).isLessThan(48 * 1024));
  }
}
