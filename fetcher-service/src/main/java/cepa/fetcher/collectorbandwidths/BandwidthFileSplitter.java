package cepa.fetcher.collectorbandwidths;

import cepa.fetcher.SplitDocument;
import cepa.fetcher.collector.LineSplitter;
import cepa.fetcher.collector.Lines;
import cepa.fetcher.collector.Records;
import cepa.model.Fingerprint;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Splits a bandwidth file: the lines before the first relay, and one line a relay. A file whose
/// last line has no end was cut, and is refused.
final class BandwidthFileSplitter extends LineSplitter {

  private static final int MAJOR_VERSION = 1;
  private static final String NODE = "node_id=";

  /// Lines of the head that go to the envelope.
  private static final Set<String> SAID =
      Set.of("version", "software", "software_version", "file_created", "scanner_country");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  @Override
  protected SplitDocument split(Lines lines, Records records) throws IOException {
    boolean head = true;
    boolean separated = false;
    boolean ended = false;
    Instant timestamp = null;
    while (lines.next()) {
      ended = lines.isEnded();
      String text = lines.text();
      if (text.startsWith("@") || text.startsWith("#") || lines.isBlank()) {
        if (lines.is("@type")) {
          records.requireType(lines.arguments(), "bandwidth-file", MAJOR_VERSION);
        }
      } else if (timestamp == null) {
        timestamp = timestamp(text, records);
      } else if (isSeparator(text)) {
        separated = true;
      } else if (separated || node(text) >= 0) {
        if (head) {
          records.part(Records.HEAD, 0, lines.offset());
          head = false;
        }
        Fingerprint fingerprint = lines.isWhole() ? fingerprint(text, node(text)) : null;
        records.relay(fingerprint, lines.offset(), lines.textEnd());
      } else {
        say(text, records);
      }
    }
    if (timestamp == null) {
      throw records.refused("is not a bandwidth file: it has no time in its first line");
    }
    if (!ended) {
      throw records.refused("is cut short: its last line has no end");
    }
    if (head) {
      records.part(Records.HEAD, 0, lines.following());
    }
    return records.split(created(records, timestamp));
  }

  private static Instant timestamp(String line, Records records) {
    String text = line.strip();
    if (!SECONDS.matcher(text).matches()) {
      throw records.refused("is not a bandwidth file: it does not begin with its time");
    }
    records.say("timestamp", text);
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  private static void say(String line, Records records) {
    int equals = line.indexOf('=');
    if (equals > 0 && SAID.contains(line.substring(0, equals))) {
      records.say(line.substring(0, equals), line.substring(equals + 1).strip());
    }
  }

  /// When the file was made; older formats say only of when the newest measurement is.
  private static Instant created(Records records, Instant timestamp) {
    String created = records.said("file_created");
    return created == null ? timestamp : records.time("file_created", created);
  }

  private static boolean isSeparator(String line) {
    return line.startsWith("====") && line.chars().allMatch(c -> c == '=');
  }

  /// Where the value of a line's first field `node_id` begins; -1 if it has none.
  private static int node(String line) {
    if (line.startsWith(NODE)) {
      return NODE.length();
    }
    int blank = line.indexOf(" " + NODE);
    return blank < 0 ? -1 : blank + 1 + NODE.length();
  }

  private static @Nullable Fingerprint fingerprint(String line, int node) {
    if (node < 0) {
      return null;
    }
    int from = line.startsWith("$", node) ? node + 1 : node;
    int blank = line.indexOf(' ', from);
    return Fingerprint.parse(line.substring(from, blank < 0 ? line.length() : blank));
  }
}
