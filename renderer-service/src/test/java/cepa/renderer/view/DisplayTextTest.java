package cepa.renderer.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTextTest {

  @Test
  void ordinaryText_staysAsItIs() {
    assertThat(DisplayText.line("AT&T <b> \"Zwiebel\" O'Reilly", 100))
        .isEqualTo("AT&T <b> \"Zwiebel\" O'Reilly");
    assertThat(DisplayText.line("Müller 日本 👩‍🚀".replace("\u200D", ""), 100))
        .isEqualTo("Müller 日本 👩🚀");
  }

  @Test
  void nothingToShow_isUnknown() {
    assertThat(DisplayText.line(null, 10)).isNull();
    assertThat(DisplayText.line(" \t\n", 10)).isNull();
    assertThat(DisplayText.line("\u0000\u0007", 10)).isNull();
    assertThat(DisplayText.lineOr("", 10, "Unnamed")).isEqualTo("Unnamed");
  }

  @Test
  void controlCharacters_areDropped() {
    assertThat(DisplayText.line("a\u0000b\u0007c\u001B[31md\u0085e\u007Ff", 100))
        .isEqualTo("abc[31mdef");
  }

  @Test
  void lineBreaks_areSpacesInALineAndKeptInABlock() {
    String text = "one\r\ntwo\rthree\u2028four\tfive";
    assertThat(DisplayText.line(text, 100)).isEqualTo("one two three four five");
    assertThat(DisplayText.block(text, 100)).isEqualTo("one\ntwo\nthree\nfour\tfive");
  }

  @Test
  void invisibleAndTurningCharacters_areMadeVisible() {
    assertThat(DisplayText.line("\u202Egpj.exe\u2066x\u200By\uFEFF", 100))
        .isEqualTo("[U+202E]gpj.exe[U+2066]x[U+200B]y[U+FEFF]");
    assertThat(DisplayText.line("a" + Character.toString(0xE0041), 100)).isEqualTo("a[U+E0041]");
  }

  @Test
  void brokenText_isReplaced() {
    assertThat(DisplayText.line("a\uD800b\uFFFEc\uFDD0", 100)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
  }

  @Test
  void longText_isCutBetweenCharactersAsPeopleSeeThem() {
    assertThat(DisplayText.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayText.line("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(DisplayText.line("e\u0301e\u0301e\u0301e\u0301", 3)).isEqualTo("e\u0301e\u0301…");
    assertThat(DisplayText.line("ab\uD83D\uDE80\uD83D\uDE80", 3)).isEqualTo("ab…");
  }

  @Test
  void lettersJoinedWithoutEnd_areCutToo() {
    String syllable = "\u1100".repeat(100_000);
    assertThat(DisplayText.line(syllable, 10)).hasSizeLessThanOrEqualTo(81).endsWith("…");
  }

  @Test
  void heapsOfMarks_areThinnedOut() {
    String zalgo = "a" + "\u0301".repeat(100_000) + "b";
    assertThat(DisplayText.line(zalgo, 10)).isEqualTo("a" + "\u0301".repeat(4) + "b");
  }
}
