package cepa.renderer.template;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A piece of HTML that a template of ours made, as bytes. The auto-escaper lets it pass and
/// [Utf8Writer] copies it.
final class Fragment extends SafeString {

  private final byte[] utf8;

  Fragment(byte[] utf8) {
    super("");
    this.utf8 = utf8;
  }

  byte[] utf8() {
    return utf8;
  }

  /// The text: macros and filters see fragments this way.
  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fragment that && Arrays.equals(utf8, that.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }
}
