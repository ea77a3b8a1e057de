package cepa.processor.analysis.operators;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormerKeysTest {

  /// D-1: what the reference took for the domain.
  @ParameterizedTest
  @CsvSource({
    "https://WWW.Example.com:8443/x?y#z, WWW.Example.com:8443",
    "https://www.Example.com/path, Example.com",
    "ftp://www.example.org:21/x, example.org:21",
    "example.com?q=1, example.com?q=1",
    "example.com., example.com.",
    "..%2f..%2fadmin, ..%2f..%2fadmin"
  })
  void hostAsWritten_madeTheKey(String url, String domain) {
    Contact contact = Contact.of("ciissversion:2 proof:uri-rsa url:" + url);
    assertThat(FormerKeys.of(contact)).isEqualTo(Contact.md5("aroi_domain:" + domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ciissversion:2 proof:uri-rsa url:example.com",
        "ciissversion:2 proof:uri-rsa url:https://www.example.com/x",
        "ciissversion:2 url:Example.com",
        "somebody",
        ""
      })
  void keyThatDidNotChange_isNoFormerKey(String text) {
    assertThat(FormerKeys.of(Contact.of(text))).isNull();
  }

  @Test
  void knownKeys_staySo() {
    assertThat(Contact.of("ciissversion:2 proof:uri-rsa url:example.com").operator())
        .isEqualTo("5181ccd767c27550e55c47d364f63829");
    assertThat(Contact.of("Op <op AT example DOT org>").operator())
        .isEqualTo("1effc6b7b500ac715dfaef0ebf490d0e");
  }
}
