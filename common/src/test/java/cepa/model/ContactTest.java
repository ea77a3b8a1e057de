package cepa.model;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          email:a@b.c ciissversion:2 proof:dns-rsa url:example.com | example.com
          ciissversion:2 proof:uri-rsa url:https://www.Example.com/path | example.com
          ciissversion:2,proof:uri-rsa,url:ftp://www.example.org/x | example.org
          ciissversion:2 proof:dns-rsa donationurl:https://d.org | none
          ciissversion:2 proof:uri-rsa donation-url:d.org url:e.com | d.org
          CIISSVersion:2 Proof:DNS-RSA URL:example.com | example.com
          ciissversion:20 proof:uri-rsa url:e.com | none
          ciissversion:2 proof:uri-rsax url:e.com | none
          ciissversion:2 proof:uri-rsa url: e.com | none
          ciissversion:2 proof:uri-rsa url:https://example.com:8443/ | example.com
          ciissversion:2 proof:uri-rsa url:WWW.Example.com.?q=1 | example.com
          ciissversion:2 proof:uri-rsa url:https://WWW.Example.com:8443/x?y#z | example.com
          none | none
          ciissversion:2 proof:uri-rsa url:<script>alert(1)</script> | none
          ciissversion:2 proof:uri-rsa url:../../etc/passwd | none
          """)
  void claimedHost_hasOneForm(@Nullable String text, @Nullable String domain) {
    assertThat(Contact.of(text).domain()).isEqualTo(domain);
  }

  @Test
  void keys_areStable() {
    assertThat(Contact.of("x ciissversion:2 proof:dns-rsa url:example.com").operator())
        .isEqualTo("5181ccd767c27550e55c47d364f63829");
    assertThat(Contact.of("ciissversion:2 proof:uri-rsa url:a.example").operator())
        .isEqualTo("52cee242d0b5d61876f2e6b73d29809e");
    assertThat(Contact.of("John Doe <john AT doe DOT org>").operator())
        .isEqualTo("edb56275a2d794faf86851c2a3e74819");
    assertThat(Contact.of("Op <op AT example DOT org>").operator())
        .isEqualTo("1effc6b7b500ac715dfaef0ebf490d0e");
    assertThat(Contact.of("ab nul", "a\0b nul").operator())
        .isEqualTo("a998a7ad0ca3da74c4913a87370ac8cd");
    assertThat(Contact.of("", "\0").operator()).isEqualTo(Contact.NOBODY);
    assertThat(Contact.of(null).operator()).isEqualTo(Contact.NOBODY);
    assertThat(Contact.NOBODY).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
  }

  @Test
  void fields_areFoundEachByItself() {
    assertThat(Contact.of("url:example.com").fields()).containsExactly(Field.URL);
    assertThat(Contact.of("proof:dns-rsa ciissversion:2").fields())
        .containsExactly(Field.PROOF, Field.VERSION);
    assertThat(Contact.of("  ").isNamed()).isFalse();
  }
}
