package cepa.fetcher.collector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void lines_endWithLfOrCrLfOrTheDocument() throws IOException {
    assertThat(all("a\nb\r\n\nc\rd")).containsExactly("0 a", "2 b", "5 ", "6 c\rd");
  }

  @Test
  void emptyDocument_hasNoLine() throws IOException {
    assertThat(all("")).isEmpty();
  }

  @Test
  void lastLine_tellsWhetherItHasAnEnd() throws IOException {
    Lines cut = lines("a\nb");
    cut.next();
    assertThat(cut.isEnded()).isTrue();
    cut.next();
    assertThat(cut.isEnded()).isFalse();
  }

  @Test
  void keyword_isAWholeWordAtTheBeginning() throws IOException {
    assertThat(lineOf("r x").is("r")).isTrue();
    assertThat(lineOf("r").is("r")).isTrue();
    assertThat(lineOf("r\tx").is("r")).isTrue();
    assertThat(lineOf("opt r x").is("r")).isTrue();
    assertThat(lineOf("router x").is("r")).isFalse();
    assertThat(lineOf(" r x").is("r")).isFalse();
    assertThat(lineOf("opt").is("r")).isFalse();
    assertThat(lineOf("opt ").is("r")).isFalse();
    assertThat(lineOf("").is("r")).isFalse();
  }

  @Test
  void arguments_areWhatFollowsTheKeyword() throws IOException {
    assertThat(lineOf("opt fingerprint  A B \r").arguments()).isEqualTo("A B");
    assertThat(lineOf("fingerprint").arguments()).isEmpty();
  }

  @Test
  void keywordOfTheLineBefore_isNotSeenInAShortLine() throws IOException {
    Lines lines = lines("directory-footer\nd\n");
    lines.next();
    lines.next();

    assertThat(lines.is("directory-footer")).isFalse();
    assertThat(lines.text()).isEqualTo("d");
  }

  @Test
  void hugeLine_isSeenInPartAndPassedOverWhole() throws IOException {
    Lines lines = lines("before\n" + "x".repeat(1_000_000) + "\nafter\n");
    lines.next();
    lines.next();

    assertThat(lines.text()).matches("x{" + Lines.SEEN + "}");
    assertThat(lines.isWhole()).isFalse();
    assertThat(lines.following()).isEqualTo(1_000_008);
    assertThat(lines.next()).isTrue();
    assertThat(lines.text()).isEqualTo("after");
    assertThat(lines.offset()).isEqualTo(1_000_008);
    assertThat(lines.isWhole()).isTrue();
    assertThat(lines.next()).isFalse();
  }

  @Test
  void hugeLastLine_isCut() throws IOException {
    Lines lines = lines("x".repeat(1_000_000));
    lines.next();

    assertThat(lines.isEnded()).isFalse();
    assertThat(lines.following()).isEqualTo(1_000_000);
    assertThat(lines.next()).isFalse();
  }

  /// Random bytes with line ends of all kinds and lines of all lengths, against a plain split.
  @RepeatedTest(60)
  void anyBytes_areSplitLikeAPlainSplit(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = new byte[random.nextInt(600_000)];
    random.nextBytes(bytes);
    int rareness = 1 + random.nextInt(200_000);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? 0 : bytes[i];
      if (random.nextInt(rareness) == 0) {
        bytes[i] = (byte) (random.nextBoolean() ? '\n' : '\r');
      }
    }
    Lines lines = new Lines(inPieces(bytes, random));
    int at = 0;
    while (lines.next()) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      boolean ended = end < bytes.length;
      int text = ended && end > at && bytes[end - 1] == '\r' ? end - 1 : end;
      String expected = new String(bytes, at, text - at, ISO_8859_1);
      assertThat(lines.offset()).isEqualTo(at);
      assertThat(lines.isEnded()).isEqualTo(ended);
      assertThat(lines.following()).isEqualTo(ended ? end + 1 : end);
      String seen = lines.text();
      assertThat(expected).startsWith(seen);
      if (!seen.equals(expected)) {
        assertThat(lines.isWhole()).isFalse();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(Lines.SEEN);
      }
      at = ended ? end + 1 : end;
    }
    assertThat(at).isEqualTo(bytes.length);
  }

  private static InputStream inPieces(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(100_000)));
      }
    };
  }

  private static List<String> all(String text) throws IOException {
    List<String> all = new ArrayList<>();
    Lines lines = lines(text);
    while (lines.next()) {
      all.add(lines.offset() + " " + lines.text());
    }
    return all;
  }

  private static Lines lineOf(String text) throws IOException {
    Lines lines = lines(text + "\n");
    lines.next();
    return lines;
  }

  private static Lines lines(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return new Lines(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length)));
  }
}
