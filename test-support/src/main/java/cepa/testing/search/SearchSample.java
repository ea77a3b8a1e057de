package cepa.testing.search;

import cepa.address.IpAddress;
import cepa.search.SearchEntry;
import cepa.search.SearchIndex;
import cepa.search.SearchKind;
import cepa.search.SearchTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;

/// An index of invented things, and what queries to it must find: the table that the edge and the
/// script of static sites are both held to.
public final class SearchSample {

  public static final String ONE = "ABCDEF0123456789ABCDEF0123456789ABCDEF01";
  private static final String GONE = "F".repeat(40);
  private static final String HASH = "0123456789abcdef0123456789abcdef";
  private static final String OTHER_HASH = "1123456789abcdef0123456789abcdef";

  private static final List<SearchKind> KINDS =
      List.of(
          new SearchKind("country", "Countries", "/country/", false, false),
          new SearchKind("platform", "Platforms", "/platform/", false, false),
          new SearchKind("flag", "Flags", "/flag/", false, false),
          new SearchKind("network", "Networks", "/as/", true, false),
          new SearchKind("operator", "Operators", "/contact/", true, true),
          new SearchKind("family", "Families", "/family/", false, false),
          new SearchKind("first-seen", "Days", "/first_seen/", false, false),
          new SearchKind("relay", "Relays", "/relay/", true, false));

  private static final SearchTexts TEXTS =
      new SearchTexts(
          "This is refused.", "Nothing is there.", "Parts of {0}", "{0} of {1}", "back", "on");

  private SearchSample() {}

  /// Files by their absolute path.
  public static SortedMap<String, byte[]> files() {
    return new SearchIndex(KINDS, TEXTS).with(entries()).files();
  }

  private static List<SearchEntry> entries() {
    List<SearchEntry> all = new ArrayList<>();
    all.add(named("country", "Germany", "DE", List.of("Germany", "de")));
    all.add(named("country", "France", "FR", List.of("France", "fr")));
    all.add(named("country", "United States", "US", List.of("United States", "us", "usa")));
    all.add(plain("platform", "Linux", "Linux"));
    all.add(plain("flag", "Exit", "exit"));
    all.add(plain("flag", "Guard", "guard"));
    all.add(plain("first-seen", "2024-05-01", "2024-05-01"));
    all.add(network("AS24940", "Hetzner Online GmbH"));
    all.add(network("AS16276", "OVH SAS"));
    all.add(network("AS200052", "Größe & Söhne"));
    all.add(operator("op00.example", "/op00.example/", List.of("op00.example"), List.of()));
    all.add(operator("op05.example", OTHER_HASH, List.of("op05.example"), List.of()));
    all.add(operator("Jane Doe <jane@relays.example>", HASH, List.of(), List.of("many")));
    all.add(
        new SearchEntry(
            "family",
            "Family of valeSwift",
            "A".repeat(40),
            "3 relays",
            List.of(GONE.toLowerCase(Locale.ROOT)),
            List.of("valeSwift family"),
            List.of(),
            false));
    all.add(relay("one", ONE, "192.0.2.1"));
    all.add(relay("de", fingerprint(1), "192.0.2.7"));
    all.add(relay("second", fingerprint(2), "192.0.2.7", "2001:db8::1"));
    all.add(relay("Guard", fingerprint(3), "192.0.2.3"));
    all.add(relay("hetznerrelaybox", fingerprint(4), "192.0.2.4"));
    all.add(relay("linuxbox", fingerprint(5), "192.0.2.5"));
    all.add(relay("<b>Ünïcode&1", fingerprint(6), "192.0.2.6"));
    for (int i = 0; i < 3; i++) {
      all.add(relay("prefix" + i, "12345678" + fingerprint(i).substring(8)));
    }
    IntStream.range(0, 37).forEach(i -> all.add(relay("many", fingerprint(100 + i))));
    IntStream.range(0, 900)
        .forEach(i -> all.add(relay("relay" + i, fingerprint(1_000 + i), "198.51.100.9")));
    return all;
  }

  private static String fingerprint(int number) {
    return String.format(Locale.ROOT, "%08X%032X", number * 0x9E3779B1, number);
  }

  private static SearchEntry plain(String kind, String label, String key) {
    return named(kind, label, key, List.of());
  }

  private static SearchEntry named(String kind, String label, String key, List<String> names) {
    return new SearchEntry(kind, label, key, "", List.of(), names, List.of(), false);
  }

  private static SearchEntry network(String key, String name) {
    return new SearchEntry(
        "network",
        key + " " + name,
        key,
        "DE",
        List.of(key.substring(2)),
        List.of(name),
        List.of(),
        false);
  }

  private static SearchEntry operator(
      String label, String key, List<String> identifiers, List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.add(label);
    return new SearchEntry("operator", label, key, "", identifiers, List.of(), all, false);
  }

  private static SearchEntry relay(String nickname, String fingerprint, String... ips) {
    List<String> addresses =
        Arrays.stream(ips).map(IpAddress::canonical).filter(Objects::nonNull).toList();
    return new SearchEntry(
        "relay", nickname, fingerprint, "DE", addresses, List.of(), List.of(), true);
  }

  /// A query and what it must lead to: `go <path>`, `home`, `refused`, `nothing`, or for each group
  /// `<kind> <total> <path of the first hit>`.
  public record Row(String query, String expected) {}

  /// The table.
  public static List<Row> rows() {
    Map<String, String> relays = Map.of("de", path(1), "second", path(2));
    return List.of(
        new Row(ONE, "go /relay/" + ONE + "/"),
        new Row("$" + ONE.toLowerCase(Locale.ROOT), "go /relay/" + ONE + "/"),
        new Row("ABCD EF01 2345 6789 ABCD EF01 2345 6789 ABCD EF01", "go /relay/" + ONE + "/"),
        new Row(GONE, "go /family/" + "A".repeat(40) + "/"),
        new Row("0".repeat(39) + "1", "nothing"),
        new Row("12345678", "relay 3 /relay/12345678" + fingerprint(0).substring(8) + "/"),
        new Row("abcdef", "go /relay/" + ONE + "/"),
        new Row("24940", "go /as/AS24940/"),
        new Row("as24940", "go /as/AS24940/"),
        new Row("AS 24940", "go /as/AS24940/"),
        new Row("AS1", "nothing"),
        new Row("hetzner", "network 1 /as/AS24940/; relay 1 " + path(4)),
        new Row("hetzner online", "go /as/AS24940/"),
        new Row("grösse", "go /as/AS200052/"),
        new Row("de", "country 1 /country/DE/; relay 1 " + relays.get("de")),
        new Row("DE", "country 1 /country/DE/; relay 1 " + relays.get("de")),
        new Row("fr", "go /country/FR/"),
        new Row("Germany", "go /country/DE/"),
        new Row("usa", "go /country/US/"),
        new Row("united states", "go /country/US/"),
        new Row("linux", "go /platform/Linux/"),
        new Row("LINUX", "go /platform/Linux/"),
        new Row("exit", "go /flag/exit/"),
        new Row("guard", "flag 1 /flag/guard/; relay 1 " + path(3)),
        new Row("op00.example", "go /op00.example/"),
        new Row("op05.example", "go /contact/" + OTHER_HASH + "/"),
        new Row("op00", "operator 1 /op00.example/"),
        new Row(HASH, "go /contact/" + HASH + "/"),
        new Row("jane@relays.example", "operator 1 /contact/" + HASH + "/"),
        new Row("192.0.2.7", "relay 2 " + path(1)),
        new Row("192.0.2.1:9001", "go /relay/" + ONE + "/"),
        new Row("[2001:DB8::1]:9001", "go " + relays.get("second")),
        new Row("2001:db8:0::1", "go " + relays.get("second")),
        new Row("many", "operator 1 /contact/" + HASH + "/; relay 37 " + manyFirst()),
        new Row("relay", "operator 1 /contact/" + HASH + "/; relay 901 " + path(1_000)),
        new Row("ela", "relay 901 " + path(4)),
        new Row("relay89", "go " + path(1_089)),
        new Row("elay89", "relay 11 " + path(1_089)),
        new Row("198.51.100.9", "relay 900 " + path(1_000)),
        new Row("relay899", "go " + path(1_899)),
        new Row("ünïcode", "go " + path(6)),
        new Row("2024-05-01", "go /first_seen/2024-05-01/"),
        new Row("2024-05-02", "nothing"),
        new Row("//evil.example", "refused"),
        new Row("https://evil.example/", "refused"),
        new Row("..%2f", "refused"),
        new Row("../", "refused"),
        new Row("<plaintext>", "refused"),
        new Row("a".repeat(101), "refused"),
        new Row("a".repeat(100), "nothing"),
        new Row("a\u0000b", "refused"),
        new Row("evil.example", "nothing"),
        new Row("größer", "nothing"),
        new Row("", "home"),
        new Row("   ", "home"));
  }

  private static String manyFirst() {
    return IntStream.range(0, 37).mapToObj(i -> path(100 + i)).min(String::compareTo).orElseThrow();
  }

  private static String path(int number) {
    return "/relay/" + fingerprint(number) + "/";
  }
}
