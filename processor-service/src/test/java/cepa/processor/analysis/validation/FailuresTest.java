package cepa.processor.analysis.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cepa.model.validation.FailureKind;
import cepa.model.validation.RelayValidation.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  private static final String FILE = "https://e.com/.well-known/tor-relay/rsa-fingerprint.txt";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DNS lookup failed: NXDOMAIN                                      | DNS_NAME_UNKNOWN
          DNS lookup failed: The DNS query name does not exist: aa.e.com.  | DNS_NAME_UNKNOWN
          DNS lookup failed: All nameservers answered SERVFAIL             | DNS_SERVER_FAILURE
          DNS lookup failed: The DNS response does not contain an answer   | DNS_RECORD_NOT_FOUND
          DNS TXT missing                                                  | DNS_RECORD_NOT_FOUND
          TXT record error bad                                             | DNS_RECORD_ERROR
          Invalid proof content in DNS TXT record                          | DNS_RECORD_ERROR
          DNS lookup timed out                                             | DNS_LOOKUP_FAILED
          SSL: SSLV3_ALERT_HANDSHAKE_FAILURE                               | URI_OLD_HANDSHAKE_FAILED
          404 Not Found                                                    | URI_PROOF_FILE_NOT_FOUND
          404 Not Found for https://e.com/rsa-fingerprint.txt              | URI_FINGERPRINT_FILE_NOT_FOUND
          404 Not Found for https://e.com/.well-known/tor-relay/rsa-fingerprint.txt | URI_FINGERPRINT_FILE_NOT_FOUND
          Fingerprint not found in https://e.com/.well-known/tor-relay/rsa-fingerprint.txt | URI_FINGERPRINT_NOT_LISTED
          403 Forbidden for https://e.com/x                                | URI_FORBIDDEN
          500 Internal Server Error for https://e.com/404                  | URI_CONNECTION_ERROR
          Fingerprint not found in https://e.com/x                         | URI_FINGERPRINT_NOT_LISTED
          Connection timeout after 30 seconds                              | URI_TIMEOUT
          fingerprint mismatch                                             | DNS_FINGERPRINT_MISMATCH
          fingerprint does not match that at https://e.com/                | URI_FINGERPRINT_MISMATCH
          HTTP error 500                                                   | URI_CONNECTION_ERROR
          Failed to fetch URI proof                                        | URI_CONNECTION_ERROR
          Failed to fetch https://e.com/x: certificate has expired         | URI_CERTIFICATE
          Failed to fetch https://e.com/x: Connection refused              | URI_CONNECTION_REFUSED
          Failed to fetch https://e.com/x: read timeout=10                 | URI_TIMEOUT
          Failed to fetch https://e.com/x: Max retries exceeded            | URI_UNREACHABLE
          Failed to fetch https://e.com/x: Name or service not known       | URI_NAME_UNKNOWN
          Failed to fetch https://e.com/x: [SSL] handshake failed          | URI_HANDSHAKE_FAILED
          Failed to fetch https://e.com/x: ???                             | URI_CONNECTION_ERROR
          Unsupported ciissversion: 3                                      | OTHER
          """)
  void beginningOfAnError_saysWhatItIs(String error, FailureKind kind) {
    assertThat(Failures.parse(error)).extracting(Failure::kind).containsExactly(kind);
  }

  /// none of these words is the validator's.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 Forbidden for https://dns.e.com/.well-known/tor-relay/rsa-fingerprint.txt | URI_FORBIDDEN
          403 Forbidden for https://dns.e.com/txt/record/not/found              | URI_FORBIDDEN
          Fingerprint not found in https://servfail.e.com/404                   | URI_FINGERPRINT_NOT_LISTED
          Failed to fetch https://certificate.e.com/refused: something else     | URI_CONNECTION_ERROR
          Failed to fetch https://e.com/x: (host='nxdomain.e.com') Connection refused | URI_CONNECTION_REFUSED
          DNS lookup failed: All nameservers failed for servfail.e.com. IN TXT  | DNS_LOOKUP_FAILED
          """)
  void wordsInsideNames_decideNothing(String error, FailureKind kind) {
    assertThat(Failures.parse(error)).extracting(Failure::kind).containsExactly(kind);
  }

  @Test
  void unknownText_isKeptAsItIs() {
    String text = "z".repeat(60);
    assertThat(Failures.parse(text))
        .containsExactly(new Failure(FailureKind.OTHER, List.of(), text));
  }

  @Test
  void equalFailures_areOne_withAllTheirPlaces() {
    List<Failure> failures =
        Failures.parse(
            "Fingerprint not found in "
                + FILE
                + "; Fingerprint not found in https://www.e.com/x; 404 Not Found for https://e.com/y");

    assertThat(failures)
        .containsExactly(
            new Failure(
                FailureKind.URI_FINGERPRINT_NOT_LISTED, List.of(FILE, "https://www.e.com/x"), null),
            new Failure(
                FailureKind.URI_FINGERPRINT_FILE_NOT_FOUND,
                List.of("https://e.com/y"),
                "404 Not Found"));
    assertThat(Failures.leading(failures).kind())
        .isEqualTo(FailureKind.URI_FINGERPRINT_FILE_NOT_FOUND);
  }

  @Test
  void separatorInsideAReason_separatesNothing() {
    assertThat(Failures.parse("Failed to fetch https://e.com/x: one; two; Connection refused"))
        .containsExactly(
            new Failure(
                FailureKind.URI_CONNECTION_REFUSED,
                List.of("https://e.com/x"),
                "one; two; Connection refused"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DNS lookup failed                                           | false
          Fingerprint not found in proof file                         | true
          Fingerprint not found in https://e.com/404/x                | true
          404 Not Found                                               | false
          Fingerprint not found in https://e.com/; 404 Not Found for https://e.com/ | false
          Fingerprint not found in https://e.com/; 403 Forbidden for https://e.com/ | true
          TXT record not found                                        | true
          DNS TXT missing                                             | false
          DNS lookup failed: NXDOMAIN not found                       | false
          HTTP error 500                                              | false
          """)
  void whetherADomainSpeaksOfOtherRelays(String error, boolean unauthorized) {
    assertThat(Failures.isUnauthorized(Failures.parse(error))).isEqualTo(unauthorized);
  }

  @Test
  void endlessWord_takesNoTime() {
    String word = "x".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(Failures.parse(word).getFirst().kind()).isEqualTo(FailureKind.OTHER);
          assertThat(Failures.parse("DNS lookup failed: " + word).getFirst().kind())
              .isEqualTo(FailureKind.DNS_LOOKUP_FAILED);
        });
  }

  @Test
  void anyText_isAFailureOfSomeKind_quickly() {
    var random = new Random(5);
    String[] words = {
      "Fingerprint not found in ",
      "; ",
      "404 ",
      " for ",
      "Failed to fetch ",
      "://",
      "DNS lookup",
      "\uD800",
      "a.b",
      "/",
      "\n",
      " ",
      "\u202E",
      "x".repeat(300)
    };
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)]);
      }
      List<Failure> failures = Failures.parse(text.toString());
      assertThat(failures).isNotEmpty();
      assertThat(Failures.leading(failures).kind()).isNotNull();
      for (Failure failure : failures) {
        assertThat(failure.detail() == null ? "" : failure.detail()).hasSizeLessThanOrEqualTo(300);
      }
    }
  }
}
