package cepa.standalone.facts.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRulesTest {

  private static final double[] TENS =
      IntStream.rangeClosed(1, 10).mapToDouble(i -> 10.0 * i).toArray();

  @ParameterizedTest
  @CsvSource({"1, 20, 5.5", "1, 4, 27.5", "1, 2, 55", "3, 4, 82.5", "19, 20, 104.5"})
  void percentilesOfOperators_leadBeyondTheLargest(int part, int parts, double cut) {
    assertThat(ReferenceReliability.cut(TENS, part, parts)).isCloseTo(cut, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "DNS lookup failed, false",
    "Fingerprint not found in proof file, true",
    "Fingerprint not found in https://a.example/404/proof.txt, false",
    "404 Not Found, false",
    "HTTP error 500: record not found, false",
    "DNS TXT record not found, true",
    "TXT not found: NXDOMAIN, false",
    "file not found, false"
  })
  void refusal_isToldByWordsAnywhere(String error, boolean refused) {
    assertThat(ReferenceRefusals.isRefused(error)).isEqualTo(refused);
  }
}
