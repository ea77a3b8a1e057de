package cepa.search;

import cepa.address.IpAddress;
import cepa.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Cuts entries into small files, so that one look-up reads two of them: [#HEAD], and the shard of
/// the query's first characters. Equal entries make equal files, in any order of the entries; an
/// entry that changes changes only the shards that hold it.
public final class SearchIndex {

  /// Schema of the files; readers refuse any other.
  public static final int SCHEMA = 3;

  /// What a reader begins with: schema, number of shards, kinds, texts, and which keys are cut
  /// longer.
  public static final String HEAD = "/search/shards.json";

  /// Rows of one key, in bytes, from which on they are cut by one more character.
  private static final int HEAVY = 10_000;

  /// What a shard has on average, in bytes: far from the 64 KiB that a look-up may read.
  private static final int SHARD = 18_000;

  /// What a shard has at most: more than any one key has, see [#HEAVY].
  private static final int LARGEST = 45_000;

  static final int PAGE = 20;
  static final int CHUNK = 10 * PAGE;

  private final List<SearchKind> kinds;
  private final SearchTexts texts;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  public SearchIndex(List<SearchKind> kinds, SearchTexts texts) {
    this.kinds = List.copyOf(kinds);
    this.texts = texts;
    for (int i = 0; i < kinds.size(); i++) {
      numbers.put(kinds.get(i).id(), i);
    }
  }

  public SearchIndex with(Collection<SearchEntry> entries) {
    for (SearchEntry entry : entries) {
      Integer kind = numbers.get(entry.kind());
      if (kind == null) {
        throw new IllegalArgumentException("The index has no kind " + entry.kind());
      }
      rows.add(new Row(SearchRow.of(entry, kind), entry.inner()));
    }
    return this;
  }

  /// The files by their absolute path.
  public SortedMap<String, byte[]> files() {
    rows.sort(ORDER);
    SortedMap<String, List<Row>> light = new TreeMap<>();
    SortedMap<String, List<Row>> heavy = new TreeMap<>();
    cut(light, heavy);
    int shards = number(light);
    SortedMap<String, byte[]> files = new TreeMap<>();
    shards(light, shards).forEach((number, keys) -> files.put(shard(number), keys));
    heavy.forEach((key, all) -> list(key, all, files));
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("schema", SCHEMA);
    head.put("shards", shards);
    head.put("kinds", kinds);
    head.put("texts", texts);
    head.put("heavy", heavy.keySet());
    files.put(HEAD, Json.bytes(head));
    return files;
  }

  static String shard(int number) {
    return "/search/" + Integer.toHexString(0x10000 | number).substring(1) + ".json";
  }

  static String list(String gram) {
    return "/search/list/" + SearchGrams.hex(gram) + ".json";
  }

  static String list(String gram, String kind, int chunk) {
    return "/search/list/" + SearchGrams.hex(gram) + "-" + kind + "-" + chunk + ".json";
  }

  private void cut(SortedMap<String, List<Row>> light, SortedMap<String, List<Row>> heavy) {
    Map<String, List<Row>> first = new HashMap<>();
    rows.forEach(row -> row.grams(SearchGrams.LENGTH).forEach(gram -> add(first, gram, row)));
    Map<String, List<Row>> keys = first;
    for (int length = SearchGrams.LENGTH; !keys.isEmpty(); length++) {
      Map<String, List<Row>> longer = new HashMap<>();
      for (Map.Entry<String, List<Row>> key : keys.entrySet()) {
        String gram = key.getKey();
        if (bytes(gram, key.getValue()) <= HEAVY) {
          light.put(gram, key.getValue());
          continue;
        }
        heavy.put(gram, key.getValue());
        if (gram.startsWith(SearchQuery.WHOLE) || SearchGrams.length(gram) < length) {
          continue;
        }
        for (Row row : key.getValue()) {
          for (String next : row.grams(length + 1)) {
            if (next.startsWith(gram) && next.length() > gram.length()) {
              add(longer, next, row);
            }
          }
        }
      }
      keys = longer;
    }
  }

  /// How many shards: a power of two, so that it rarely changes, and enough of them that the
  /// largest is small as well.
  private static int number(SortedMap<String, List<Row>> light) {
    int bytes =
        light.entrySet().stream().mapToInt(key -> bytes(key.getKey(), key.getValue())).sum();
    int shards = Integer.highestOneBit(Math.max(1, bytes / SHARD)) * 2;
    while (largest(light, shards) > LARGEST) {
      shards *= 2;
    }
    return shards;
  }

  private static int largest(SortedMap<String, List<Row>> light, int shards) {
    int[] sizes = new int[shards];
    light.forEach((gram, all) -> sizes[SearchGrams.shard(gram, shards)] += bytes(gram, all) + 8);
    return Arrays.stream(sizes).max().orElse(0);
  }

  private static void add(Map<String, List<Row>> keys, String gram, Row row) {
    List<Row> all = keys.computeIfAbsent(gram, g -> new ArrayList<>());
    if (all.isEmpty() || all.getLast() != row) {
      all.add(row);
    }
  }

  private static int bytes(String gram, List<Row> rows) {
    return rows.stream().mapToInt(row -> row.bytes(gram)).sum();
  }

  private static SortedMap<Integer, byte[]> shards(SortedMap<String, List<Row>> keys, int shards) {
    Map<Integer, StringBuilder> bodies = new HashMap<>();
    for (int i = 0; i < shards; i++) {
      bodies.put(i, new StringBuilder("{"));
    }
    keys.forEach((gram, all) -> {
      StringBuilder body = bodies.get(SearchGrams.shard(gram, shards));
      if (body != null) {
        body.append(body.length() == 1 ? "\n" : ",\n").append(text(gram)).append(':');
        append(gram, all, body);
      }
    });
    SortedMap<Integer, byte[]> files = new TreeMap<>();
    bodies.forEach((number, body) -> files.put(number, utf8(body.append("\n}\n"))));
    return files;
  }

  /// What a query that is a heavy key itself finds: the hits of each kind in order, the first ones
  /// in one file, all of them in chunks.
  private void list(String gram, List<Row> all, SortedMap<String, byte[]> files) {
    String query = gram.startsWith(SearchQuery.WHOLE) ? gram.substring(1) : gram;
    var counts = new ArrayList<Integer>();
    var first = new ArrayList<Row>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      int number = kind;
      List<Row> hits =
          all.stream()
              .filter(row -> row.row.kind() == number)
              .sorted(Comparator.comparing(row -> row.row.match(query, kinds.get(number))))
              .toList();
      counts.add(hits.size());
      first.addAll(hits.subList(0, Math.min(PAGE, hits.size())));
      for (int chunk = 0; hits.size() > PAGE && chunk * CHUNK < hits.size(); chunk++) {
        var body = new StringBuilder();
        int to = Math.min(hits.size(), (chunk + 1) * CHUNK);
        append(query, hits.subList(chunk * CHUNK, to), body);
        files.put(list(gram, kinds.get(kind).id(), chunk), utf8(body.append('\n')));
      }
    }
    var body = new StringBuilder("{\"counts\":").append(counts).append(",\"first\":");
    append(query, first, body);
    files.put(list(gram), utf8(body.append("}\n")));
  }

  private static void append(String gram, List<Row> rows, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "" : ",\n").append(rows.get(i).json(gram));
    }
    out.append(']');
  }

  private static String text(Object value) {
    return new String(Json.bytes(value), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparingInt((Row row) -> row.row.kind())
          .thenComparing(row -> row.order)
          .thenComparing(row -> row.row.key());

  /// A row and what it looks like in a file.
  private static final class Row {
    private final SearchRow row;
    private final boolean inner;
    private final String order;
    private final String plain;
    private final int plainBytes;

    Row(SearchRow row, boolean inner) {
      this.row = row;
      this.inner = inner;
      this.order = SearchText.fold(row.label());
      this.plain = text(row.values(List.of(), List.of()));
      this.plainBytes = plain.getBytes(StandardCharsets.UTF_8).length;
    }

    /// With those identifiers and words only that are found under that key.
    String json(String gram) {
      String text = gram.startsWith(SearchQuery.WHOLE) ? gram.substring(1) : gram;
      List<String> identifiers =
          row.identifiers().stream().filter(each -> each.startsWith(text)).toList();
      List<String> words = row.words().stream().filter(each -> each.contains(text)).toList();
      return identifiers.isEmpty() && words.isEmpty()
          ? plain
          : text(row.values(identifiers, words));
    }

    int bytes(String gram) {
      String json = json(gram);
      boolean isPlain = json.length() == plain.length();
      return 2 + (isPlain ? plainBytes : json.getBytes(StandardCharsets.UTF_8).length);
    }

    /// The keys of that length that it stands under.
    List<String> grams(int length) {
      List<String> grams = new ArrayList<>();
      row.names().forEach(name -> grams.addAll(SearchGrams.of(name, length, inner)));
      row.words().forEach(word -> grams.addAll(SearchGrams.of(word, length, false)));
      for (String identifier : row.identifiers()) {
        if (IpAddress.canonical(identifier) != null) {
          grams.add(SearchQuery.WHOLE + identifier);
        } else {
          grams.addAll(SearchGrams.of(identifier, length, false));
        }
      }
      String key = SearchText.fold(row.key());
      if (SearchQuery.isDay(key)) {
        grams.add(SearchQuery.WHOLE + key);
      } else if (!key.isEmpty() && row.key().charAt(0) != '/') {
        grams.add(SearchGrams.cut(key, length));
      }
      return grams.stream().filter(gram -> !gram.isEmpty()).distinct().toList();
    }
  }
}
