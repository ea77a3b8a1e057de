package cepa.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordDigestTest {

  @Test
  void digestIsOverLengthsAndBytesOfKeysAndValues() throws Exception {
    var digest = new RecordDigest();
    digest.add("äb", "cd!".getBytes(UTF_8));

    ByteBuffer expected = ByteBuffer.allocate(14);
    expected.putInt(3).put("äb".getBytes(UTF_8)).putInt(3).put("cd!".getBytes(UTF_8));
    assertThat(digest.records()).isEqualTo(1);
    assertThat(digest.finish())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(expected.array())));
  }

  @Test
  void bytesMovedBetweenKeyAndValue_changeTheDigest() {
    assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
  }

  @Test
  void orderCounts() {
    var one = new RecordDigest();
    one.add("a", new byte[] {1});
    one.add("b", new byte[] {2});
    var other = new RecordDigest();
    other.add("b", new byte[] {2});
    other.add("a", new byte[] {1});

    assertThat(one.finish()).isNotEqualTo(other.finish());
  }

  private static String of(String key, String value) {
    var digest = new RecordDigest();
    digest.add(key, value.getBytes(UTF_8));
    return digest.finish();
  }
}
