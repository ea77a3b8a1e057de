package cepa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                          | true
          GZIP                          | true
          x-gzip                        | true
          deflate, gzip, br             | true
          br;q=1.0, gzip;q=0.8, *;q=0.1 | true
          gzip;q=0.001                  | true
          *                             | true
          identity;q=0.5, *;q=0.6       | true
          identity;q=0, gzip;q=0.1      | true
          gzip;q=0                      | false
          gzip;q=0.000                  | false
          gzip;q=0, *                   | false
          *;q=0                         | false
          identity                      | false
          identity, gzip;q=0.5          | false
          br                            | false
          gzipped                       | false
          gzip;q=nonsense               | false
          gzip;q=2                      | false
          ,                             | false
          ''                            | false
          """)
  void weightsAndNames_areReadAsTheStandardSays(String header, boolean gzip) {
    assertThat(AcceptEncoding.prefersGzip(header)).isEqualTo(gzip);
  }
}
