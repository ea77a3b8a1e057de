package cepa.bench.flat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          index.html, home
          top500.html, top500
          relay/00AA/index.html, relay
          first_seen/2024-01-05/2/index.html, first_seen
          misc/countries-by-exit-count.html, misc/countries
          misc/networks-by-bandwidth/3.html, misc/networks
          misc/all/7.html, misc/all
          example.org/index.html, domain
          """)
  void familyFollowsFromThePath(String name, String family) {
    assertThat(Families.of(name)).isEqualTo(family);
  }
}
