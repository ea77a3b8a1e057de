package cepa.processor.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads router entries (sources A.3) into columns, one document a table.
public final class RouterTable {

  private static final byte[] R = Lines.ascii("r");
  private static final byte[] A = Lines.ascii("a");
  private static final byte[] S = Lines.ascii("s");
  private static final byte[] W = Lines.ascii("w");
  private static final byte[] STATS = Lines.ascii("stats");
  private static final byte[] BANDWIDTH = Lines.ascii("Bandwidth=");
  private static final byte[] MEASURED = Lines.ascii("Measured=");
  private static final byte[] UNMEASURED = Lines.ascii("Unmeasured=1");
  private static final byte[] WFU = Lines.ascii("wfu=");
  private static final byte[] TIME_KNOWN = Lines.ascii("tk=");
  private static final byte[] MTBF = Lines.ascii("mtbf=");

  private static final int LONGEST_ADDRESS = 64;
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]:\\d{1,5}");

  private final Numbering numbering;
  private final FlagBits bits;
  private final Map<String, Integer> addresses;
  private final Lines lines = new Lines();

  private int entries;
  private int withIpv6;
  private int rejected;
  private long[] flags = {};
  private int[] bandwidth = {};
  private int[] measured = {};
  private int[] wfu = {};
  private int[] timeKnown = {};
  private int[] mtbf = {};
  private int[] ipv6 = {};
  private long[] published = {};
  private boolean[] unmeasured = {};

  /// What several documents share: rows, flags and addresses.
  public record Shared(Numbering numbering, FlagBits bits, Map<String, Integer> addresses) {
    public static Shared create() {
      return new Shared(new Numbering(), new FlagBits(), new HashMap<>());
    }

    /// Addresses by their number.
    public List<String> addressTexts() {
      String[] texts = new String[addresses.size()];
      addresses.forEach((text, number) -> texts[number] = text);
      return List.of(texts);
    }
  }

  public RouterTable(Shared shared) {
    this.numbering = shared.numbering();
    this.bits = shared.bits();
    this.addresses = shared.addresses();
  }

  /// Reads one entry. Without an `r` line of nine words, or of a relay it has already, it is
  /// rejected; a value that makes no sense is unknown, the others of its entry are kept.
  public void add(String key, byte[] entry) {
    lines.of(entry);
    int row = lines.next() && lines.is(R) ? numbering.row(key) : Lines.UNKNOWN;
    if (row < 0 || (row < flags.length && flags[row] != Lines.UNKNOWN)) {
      rejected++;
      return;
    }
    long time = identityLine();
    if (time == REJECTED) {
      rejected++;
      return;
    }
    room(row);
    entries++;
    flags[row] = 0;
    published[row] = time;
    while (lines.next()) {
      if (lines.is(S)) {
        flags(row);
      } else if (lines.is(W)) {
        weight(row);
      } else if (lines.is(A)) {
        address(row);
      } else if (lines.is(STATS)) {
        statistics(row);
      }
    }
    withIpv6 += ipv6[row] == Lines.UNKNOWN ? 0 : 1;
  }

  private static final long REJECTED = -2;

  /// The descriptor's time, after nickname, identity and digest; address and two ports follow.
  private long identityLine() {
    lines.word();
    lines.word();
    lines.word();
    long time = lines.time();
    for (int i = 0; i < 3; i++) {
      if (!lines.word()) {
        return REJECTED;
      }
    }
    return time;
  }

  private void flags(int row) {
    while (lines.word()) {
      flags[row] |= bits.bit(lines);
    }
  }

  private void weight(int row) {
    while (lines.word()) {
      if (lines.wordStartsWith(BANDWIDTH)) {
        bandwidth[row] = lines.natural(BANDWIDTH.length);
      } else if (lines.wordStartsWith(MEASURED)) {
        measured[row] = lines.natural(MEASURED.length);
      } else if (lines.is(UNMEASURED)) {
        unmeasured[row] = true;
      }
    }
  }

  /// Only an address in brackets is an IPv6 one (D-16).
  private void address(int row) {
    if (lines.word() && lines.at(0) == '[' && lines.length() <= LONGEST_ADDRESS) {
      String text = lines.text();
      if (IPV6.matcher(text).matches()) {
        ipv6[row] = addresses.computeIfAbsent(text, _ -> addresses.size());
      }
    }
  }

  private void statistics(int row) {
    while (lines.word()) {
      if (lines.wordStartsWith(WFU)) {
        wfu[row] = lines.millionths(WFU.length);
      } else if (lines.wordStartsWith(TIME_KNOWN)) {
        timeKnown[row] = lines.natural(TIME_KNOWN.length);
      } else if (lines.wordStartsWith(MTBF)) {
        mtbf[row] = lines.natural(MTBF.length);
      }
    }
  }

  private void room(int row) {
    if (row < flags.length) {
      return;
    }
    int old = flags.length;
    int size = Math.max(1024, Math.max(row + 1, old * 2));
    flags = Arrays.copyOf(flags, size);
    published = Arrays.copyOf(published, size);
    Arrays.fill(flags, old, size, Lines.UNKNOWN);
    Arrays.fill(published, old, size, Lines.UNKNOWN);
    bandwidth = grown(bandwidth, size);
    measured = grown(measured, size);
    wfu = grown(wfu, size);
    timeKnown = grown(timeKnown, size);
    mtbf = grown(mtbf, size);
    ipv6 = grown(ipv6, size);
    unmeasured = Arrays.copyOf(unmeasured, size);
  }

  private static int[] grown(int[] column, int size) {
    int[] grown = Arrays.copyOf(column, size);
    Arrays.fill(grown, column.length, size, Lines.UNKNOWN);
    return grown;
  }

  /// Entries that made no sense.
  public int rejected() {
    return rejected;
  }

  public RouterColumns columns() {
    return new RouterColumns(
        entries,
        withIpv6,
        flags,
        bandwidth,
        measured,
        wfu,
        timeKnown,
        mtbf,
        ipv6,
        published,
        unmeasured);
  }
}
