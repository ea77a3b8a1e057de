package cepa.processor.directory;

import cepa.model.Fingerprint;
import cepa.model.consensus.FlagThresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads heads of consensus and votes. Of a line that comes again the first counts, but for
/// `dir-source`.
public final class HeadParser {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,10}");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,1000}");
  private static final Pattern NICKNAME = Pattern.compile("[a-zA-Z0-9]{1,19}");

  private final Map<String, String> lines = new HashMap<>();
  private final List<StatusHead.DirSource> sources = new ArrayList<>();
  private int damaged;

  private HeadParser() {}

  public static StatusHead parse(byte[] head) {
    var parser = new HeadParser();
    var lines = new Lines().of(head);
    while (lines.next()) {
      String keyword = lines.text();
      if (keyword.equals("dir-source")) {
        parser.source(words(lines.rest()));
      } else if (!keyword.startsWith("-----")) {
        parser.lines.putIfAbsent(keyword, lines.rest());
      }
    }
    return parser.head();
  }

  /// The pairs `name=value` of a text; words of another form are left out.
  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String word : words(text)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        pairs.putIfAbsent(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return pairs;
  }

  /// The pairs of a text whose values are whole numbers.
  public static Map<String, Integer> integers(String text) {
    Map<String, Integer> integers = new HashMap<>();
    pairs(text)
        .forEach((name, value) -> {
          Integer number = integer(value);
          if (number != null) {
            integers.put(name, number);
          }
        });
    return integers;
  }

  private StatusHead head() {
    Map<String, String> params = pairs(line("params"));
    Map<String, Integer> integers = integers(line("params"));
    damaged += params.size() - integers.size();
    FlagThresholds thresholds = thresholds(pairs(line("flag-thresholds")));
    return new StatusHead(
        time("valid-after"),
        time("valid-until"),
        time("published"),
        integer(line("consensus-method")),
        methods(words(line("consensus-methods"))),
        words(line("known-flags")),
        thresholds,
        integers,
        sources,
        lines.containsKey("bandwidth-file-headers") ? pairs(line("bandwidth-file-headers")) : null,
        digest(pairs(line("bandwidth-file-digest")).get("sha256")),
        damaged);
  }

  private String line(String keyword) {
    return lines.getOrDefault(keyword, "");
  }

  /// Words of printable ASCII; others are left out.
  private static List<String> words(String text) {
    return BLANKS.splitAsStream(text).filter(word -> PRINTABLE.matcher(word).matches()).toList();
  }

  private void source(List<String> words) {
    Fingerprint identity = words.size() < 6 ? null : Fingerprint.parse(words.get(1));
    Integer dirPort = identity == null ? null : integer(words.get(4));
    Integer orPort = identity == null ? null : integer(words.get(5));
    boolean named = identity != null && NICKNAME.matcher(words.getFirst()).matches();
    if (identity == null || !named || dirPort == null || orPort == null) {
      damaged++;
    } else {
      sources.add(
          new StatusHead.DirSource(words.getFirst(), identity, words.get(3), dirPort, orPort));
    }
  }

  private @Nullable Instant time(String keyword) {
    long seconds = Lines.time(line(keyword));
    return seconds == Lines.UNKNOWN ? null : Instant.ofEpochSecond(seconds);
  }

  private List<Integer> methods(List<String> words) {
    TreeSet<Integer> methods = new TreeSet<>();
    for (String word : words) {
      Integer method = integer(word);
      if (method == null) {
        damaged++;
        return List.of();
      }
      methods.add(method);
    }
    return List.copyOf(methods);
  }

  private FlagThresholds thresholds(Map<String, String> values) {
    return new FlagThresholds(
        fraction(values.get("guard-wfu")),
        natural(values.get("guard-tk")),
        natural(values.get("guard-bw-inc-exits")),
        natural(values.get("guard-bw-exc-exits")),
        natural(values.get("fast-speed")),
        natural(values.get("stable-uptime")),
        natural(values.get("stable-mtbf")),
        flag(values.get("enough-mtbf")),
        flag(values.get("ignoring-advertised-bws")),
        fraction(values.get("hsdir-wfu")),
        natural(values.get("hsdir-tk")));
  }

  /// A percentage, or a plain fraction: at most the whole.
  private @Nullable Double fraction(@Nullable String text) {
    if (text == null) {
      return null;
    }
    boolean percent = text.endsWith("%");
    Double number = number(percent ? text.substring(0, text.length() - 1) : text);
    if (number == null) {
      return null;
    }
    double fraction = percent ? number / 100 : number;
    if (fraction > 1) {
      damaged++;
      return null;
    }
    return fraction;
  }

  private @Nullable Long natural(@Nullable String text) {
    Double number = number(text);
    return number == null ? null : Long.valueOf(number.longValue());
  }

  private @Nullable Boolean flag(@Nullable String text) {
    Double number = number(text);
    return number == null ? null : Boolean.valueOf(number != 0);
  }

  private @Nullable Double number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      damaged++;
      return null;
    }
    return Double.valueOf(text);
  }

  private static @Nullable Integer integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return null;
    }
    long value = Long.parseLong(text);
    return value == (int) value ? Integer.valueOf((int) value) : null;
  }

  private @Nullable String digest(@Nullable String base64) {
    if (base64 == null) {
      return null;
    }
    try {
      byte[] digest = Base64.getDecoder().decode(base64);
      return digest.length == 32 ? HexFormat.of().withUpperCase().formatHex(digest) : null;
    } catch (IllegalArgumentException e) {
      damaged++;
      return null;
    }
  }
}
