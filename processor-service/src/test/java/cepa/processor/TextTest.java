package cepa.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void usualText_isTheSameObject() {
    String text = "Zwiebel <op AT example> übrigens";
    assertThat(Text.clean(text)).isSameAs(text);
  }

  @Test
  void controlsAreDropped_tabAndLineFeedStay() {
    assertThat(Text.clean("a\u0000b\u0007c\u001b[31md\u0085e\u007ff\tg\nh"))
        .isEqualTo("abc[31mdef\tg\nh");
  }

  @Test
  void carriageReturnLineFeed_isALineFeed() {
    assertThat(Text.clean("a\r\nb\rc")).isEqualTo("a\nbc");
  }

  @Test
  void loneSurrogatesAndNoncharacters_areReplaced_pairsStay() {
    assertThat(Text.clean("a\ud800b\udc00c\uffffd\ufdd0e😀"))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde😀");
  }

  @Test
  void bidirectionalAndInvisibleCharacters_stay() {
    assertThat(Text.clean("\u202egpj.exe\u200d")).isEqualTo("\u202egpj.exe\u200d");
  }
}
