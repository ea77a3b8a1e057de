package cepa.processor.analysis.operators;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.operator.OperatorName;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          Brandon K <tor AT NOSPAM brandonk dot com>   | Brandon K (tor@brandonk.com)
          relay // at // pommes // dot // cc           | relay@pommes.cc
          email:user[]domain[dot]tld                   | user@domain.tld
          email:user[]example.com pgp:..               | user@example.com
          mail:u[]x.org                                | u@x.org
          John Doe <john@example.com>                  | John Doe (john@example.com)
          John Doe <https://www.Example.com/x>         | John Doe (example.com)
          https://www.example.com/contact              | example.com
          Random Person <nobody AT example dot com>    | nobody@example.com
          abuse team <a@b.org>                         | a@b.org
          Jo <https://x.org>                           | x.org
          userATdomainDOTcom                           | user@domain.com
          user {at} example.com                        | user@example.com
          foo (at) bar (dot) net                       | foo@bar.net
          foo_at_bar (dot) net                         | foo@bar.net
          look at example . com                        | look at example . com
          op at example dot org                        | op@example.org
          someone <op AT mail.example.org>             | op@mail.example.org
          just some text                               | just some text
          """)
  void nameInAContact(String contact, String name) {
    assertThat(Names.of(Contact.of(contact)).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t"})
  void noContact_hasNoName(String contact) {
    OperatorName name = Names.of(Contact.of(contact));
    assertThat(name.kind()).isEqualTo(OperatorName.Kind.NONE);
    assertThat(name.text()).isEmpty();
  }

  @Test
  void domain_isTheName_andWhatElseIsFoundIsTold() {
    OperatorName name =
        Names.of(
            Contact.of(
                "email:ops[]a.example url:https://www.Example.com proof:uri-rsa ciissversion:2"));
    assertThat(name.kind()).isEqualTo(OperatorName.Kind.DOMAIN);
    assertThat(name.text()).isEqualTo("example.com");
    assertThat(name.email()).isEqualTo("ops@a.example");
  }

  @Test
  void onionHost_isFoundAnywhere() {
    String onion = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion";
    assertThat(Names.of(Contact.of("see http://" + onion + "/")).text()).isEqualTo(onion);
  }

  @Test
  void hostileTexts_takeNoTime() {
    var random = new Random(3);
    String[] words = {
      "a", "_at_", " AT ", "DOT", ".", "[]", "<", ">", " ", "@", "email:", "http://", "-", "\uD800"
    };
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String word : words) {
            assertThat(Names.of(Contact.of(word.repeat(100_000))).kind()).isNotNull();
          }
          for (int round = 0; round < 50; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 500; i++) {
              text.append(words[random.nextInt(words.length)]);
            }
            assertThat(Names.of(Contact.of(text.toString())).kind()).isNotNull();
          }
        });
  }
}
