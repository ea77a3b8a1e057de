package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.ManifestPart;
import cepa.edge.route.PartRoutes;
import cepa.edge.route.RouteTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySearchTest {

  private static final RouteTable TABLE =
      RouteTable.of(
          List.of(
              PartRoutes.of(
                  new ManifestPart(
                      new TestBuild("b")
                          .html("/relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/", "r")
                          .html("/as/AS24940/", "a")
                          .html("/country/DE/", "c")
                          .entries()))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ABCDEF0123456789ABCDEF0123456789ABCDEF01           | /relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/
          $abcdef0123456789abcdef0123456789abcdef01          | /relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/
          ABCD EF01 2345 6789 ABCD EF01 2345 6789 ABCD EF01  | /relay/ABCDEF0123456789ABCDEF0123456789ABCDEF01/
          24940                                              | /as/AS24940/
          as24940                                            | /as/AS24940/
          AS 24940                                           | /as/AS24940/
          de                                                 | /country/DE/
          ' De '                                             | /country/DE/
          ''                                                 | /
          '  '                                               | /
          """)
  void exactKey_leadsToItsPage(String query, String location) {
    assertThat(KeySearch.answer(TABLE, query)).isEqualTo(new KeySearch.Answer.Go(location));
  }

  @Test
  void noQuery_leadsHome() {
    assertThat(KeySearch.answer(TABLE, null)).isEqualTo(new KeySearch.Answer.Go("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "fr", "AS1", "BBCDEF0123456789ABCDEF0123456789ABCDEF01", "größe"})
  void unknown_leadsNowhere(String query) {
    assertThat(KeySearch.answer(TABLE, query)).isInstanceOf(KeySearch.Answer.Nothing.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "..%2f",
        "<plaintext>",
        "a\u0000b",
        "\\"
      })
  void hostileText_isRefused(String query) {
    assertThat(KeySearch.answer(TABLE, query)).isInstanceOf(KeySearch.Answer.Refused.class);
  }

  @Test
  void longerThanAHundred_isRefused() {
    assertThat(KeySearch.answer(TABLE, "a".repeat(101)))
        .isInstanceOf(KeySearch.Answer.Refused.class);
    assertThat(KeySearch.answer(TABLE, "a".repeat(100)))
        .isInstanceOf(KeySearch.Answer.Nothing.class);
  }
}
