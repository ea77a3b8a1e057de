package cepa.fetcher.collector;

import cepa.fetcher.SplitDocument;
import cepa.model.Fingerprint;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a network status, which is a consensus or a vote: what comes before the first relay, each
/// relay (its line `r` and what follows up to the next), and the footer. Without a footer that ends
/// with a signature it is not whole, and refused.
public final class NetworkStatusSplitter extends LineSplitter {

  /// In the envelope: when the status becomes valid, as it writes it.
  public static final String VALID_AFTER = "valid_after";

  /// In the envelope of a vote: nickname of the authority.
  public static final String AUTHORITY = "authority";

  private static final int MAJOR_VERSION = 1;
  private static final String NO_FOOTER = "is cut short: it has no footer";

  /// Lines of the head that go to the envelope, with `_` for `-`.
  private static final Set<String> SAID =
      Set.of("valid-after", "fresh-until", "valid-until", "consensus-method");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int IDENTITY_BYTES = 20;
  private static final int IDENTITY_CHARACTERS = 27;
  private static final int FIELDS = 8;
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  private final Kind kind;

  public NetworkStatusSplitter(Kind kind) {
    this.kind = kind;
  }

  /// The two kinds of status.
  public enum Kind {
    /// What most authorities agreed on.
    CONSENSUS("network-status-consensus-3", "consensus"),
    /// What one authority thinks. The name of the document is its identity.
    VOTE("network-status-vote-3", "vote");

    private final String type;
    private final String status;

    Kind(String type, String status) {
      this.type = type;
      this.status = status;
    }
  }

  @Override
  protected SplitDocument split(Lines lines, Records records) throws IOException {
    head(lines, records);
    records.part(Records.HEAD, 0, lines.offset());
    while (lines.is("r")) {
      relay(lines, records);
    }
    foot(lines, records);
    return records.split(records.time("valid-after", records.said(VALID_AFTER)));
  }

  /// Goes to the first relay, or to the footer of a status without relays.
  private void head(Lines lines, Records records) throws IOException {
    boolean version = false;
    boolean status = false;
    while (lines.next()) {
      if (lines.is("r") || isFoot(lines)) {
        if (!version || !status) {
          throw records.refused("is not a " + kind.status + " of version 3");
        }
        if (kind == Kind.VOTE && records.said(AUTHORITY) == null) {
          throw records.refused("has no line dir-source");
        }
        return;
      }
      if (lines.is("@type")) {
        records.requireType(lines.arguments(), kind.type, MAJOR_VERSION);
      } else if (lines.is("network-status-version")) {
        version = lines.arguments().equals("3");
      } else if (lines.is("vote-status")) {
        status = lines.arguments().equals(kind.status);
      } else if (kind == Kind.VOTE && lines.is("dir-source")) {
        authority(lines.arguments(), records);
      } else {
        SAID.stream()
            .filter(lines::is)
            .forEach(keyword -> records.say(keyword.replace('-', '_'), lines.arguments()));
      }
    }
    throw records.refused(version ? NO_FOOTER : "is not a " + kind.status + " of version 3");
  }

  private static void authority(String source, Records records) {
    String[] words = BLANKS.split(source);
    Fingerprint identity = words.length < 2 ? null : Fingerprint.parse(words[1]);
    if (identity == null || !identity.hex().equals(records.document())) {
      throw records.refused("is the vote of another authority");
    }
    records.say(AUTHORITY, words[0]);
  }

  /// Takes the relay that begins with this line, and goes to what comes after it.
  private static void relay(Lines lines, Records records) throws IOException {
    Fingerprint fingerprint = identity(lines.arguments());
    long from = lines.offset();
    while (lines.next()) {
      if (lines.is("r") || isFoot(lines)) {
        records.relay(fingerprint, from, lines.offset());
        return;
      }
    }
    throw records.refused(NO_FOOTER);
  }

  private static void foot(Lines lines, Records records) throws IOException {
    long from = lines.offset();
    boolean signature = lines.is("directory-signature");
    boolean end = false;
    while (lines.next()) {
      signature |= lines.is("directory-signature");
      end = lines.startsWith("-----END ") || (end && lines.isBlank());
    }
    if (!signature || !end) {
      throw records.refused("is cut short: it does not end with a signature");
    }
    records.part(Records.FOOT, from, lines.following());
  }

  private static boolean isFoot(Lines lines) {
    return lines.is("directory-footer") || lines.is("directory-signature");
  }

  /// The identity in a line `r`; null if it has none.
  static @Nullable Fingerprint identity(String arguments) {
    String[] fields = BLANKS.split(arguments);
    if (fields.length < FIELDS || fields[1].length() != IDENTITY_CHARACTERS) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(fields[1]);
      return bytes.length == IDENTITY_BYTES ? Fingerprint.parse(HEX.formatHex(bytes)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
