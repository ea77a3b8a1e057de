package cepa.standalone.facts.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceProofsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The DNS query name does not exist: NXDOMAIN | DNS: Domain not found (NXDOMAIN)
          DNS lookup failed: SERVFAIL | DNS: Server failure (SERVFAIL)
          TXT record not found | DNS: TXT record not found
          Invalid proof content in DNS TXT record | DNS: TXT record error
          DNS lookup failed: timeout | DNS: Lookup failed
          [SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] | URI: SSL/TLS v3 handshake failed
          SSL handshake broken | URI: SSL/TLS handshake failed
          certificate verify failed | URI: SSL certificate error
          404 Client Error: Not Found for https://a.example/rsa-fingerprint.x | URI: Fingerprint file not found (404)
          404 Client Error | URI: Proof file not found (404)
          403 Client Error | URI: Access forbidden (403)
          Connection refused | URI: Connection refused
          read timeout | URI: Connection timeout
          Max retries exceeded | URI: Server unreachable
          Name or service not known | URI: Domain resolution failed
          Fingerprint mismatch | DNS: Fingerprint mismatch
          Fingerprint mismatch at https://a.example | URI: Fingerprint mismatch
          Fingerprint not found in https://a.example/rsa-fingerprint.txt | URI: Fingerprint not in proof
          500 for https://a.example/ | URI: Connection error
          Failed to fetch https://dns.example/tor.txt | DNS: TXT record error
          something else | something else
          0123456789012345678901234567890123456789012345678901 | 01234567890123456789012345678901234567890123456...
          """)
  void firstWordsThatFit_nameAFailure_whereverTheyStand(String error, String label) {
    assertThat(ReferenceProofs.label(error)).isEqualTo(label);
  }
}
