package cepa.search;

import cepa.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Answers queries from an index. An identifier leads to its page whatever else it may mean; so
/// does the name of one thing; several of one name, or anything that only contains the query, make
/// a list. Paths come from the index, never from the query. Safe for many threads if its reader is.
public final class SearchLookup {

  private static final int PAGE = SearchIndex.PAGE;

  private final Function<String, JsonNode> files;
  private final int shards;
  private final List<SearchKind> kinds = new ArrayList<>();
  private final Set<String> heavy = new HashSet<>();
  private final SearchTexts texts;

  /// @param files reads a file of the index by its absolute path
  /// @throws IllegalArgumentException if the index is of another schema
  public SearchLookup(Function<String, JsonNode> files) {
    this.files = files;
    JsonNode head = files.apply(SearchIndex.HEAD);
    if (head.path("schema").asInt(0) != SearchIndex.SCHEMA) {
      throw new IllegalArgumentException(
          "The search index has schema " + head.path("schema") + ", not " + SearchIndex.SCHEMA);
    }
    shards = head.path("shards").asInt();
    head.path("heavy").forEach(gram -> heavy.add(gram.asString()));
    head.path("kinds").forEach(kind -> kinds.add(Json.MAPPER.treeToValue(kind, SearchKind.class)));
    texts = Json.MAPPER.treeToValue(head.path("texts"), SearchTexts.class);
  }

  public SearchTexts texts() {
    return texts;
  }

  /// The first page of hits, or where the query leads at once.
  public SearchAnswer answer(@Nullable String query) {
    return answer(query, null, 1);
  }

  /// @param kind the one kind wanted; null: all, and where the query leads at once
  /// @param page of that kind, from 1
  public SearchAnswer answer(@Nullable String query, @Nullable String kind, int page) {
    if (query == null || SearchQuery.isEmpty(query)) {
      return new SearchAnswer.Home();
    }
    SearchQuery asked = SearchQuery.of(query);
    if (asked == null) {
      return new SearchAnswer.Refused();
    }
    if (asked.text().isEmpty()) {
      return new SearchAnswer.Nothing();
    }
    Hits hits = hits(asked, kind, page);
    if (kind == null) {
      SearchRow only = only(hits, asked.text());
      if (only != null) {
        SearchKind own = kind(only);
        return new SearchAnswer.Go(
            path(only), new SearchAnswer.Group(own.id(), own.title(), 1, 1, 1, List.of(hit(only))));
      }
    }
    return found(hits, asked.text(), kind, page);
  }

  /// The one thing the query means; null if it means several, or none.
  private @Nullable SearchRow only(Hits hits, String text) {
    for (SearchRow.Match exact : List.of(SearchRow.Match.IDENTIFIER, SearchRow.Match.NAME)) {
      List<SearchRow> all = hits.rows.stream().filter(row -> match(row, text) == exact).toList();
      if (!all.isEmpty()) {
        return all.size() == 1 ? all.getFirst() : null;
      }
    }
    boolean one = hits.rows.size() == 1 && !kind(hits.rows.getFirst()).suggested();
    return one ? hits.rows.getFirst() : null;
  }

  private SearchAnswer found(Hits hits, String text, @Nullable String wanted, int page) {
    boolean identified =
        hits.rows.stream().anyMatch(row -> match(row, text) == SearchRow.Match.IDENTIFIER);
    List<SearchAnswer.Group> groups = new ArrayList<>();
    for (int k = 0; k < kinds.size(); k++) {
      SearchKind kind = kinds.get(k);
      int number = k;
      List<SearchRow> own =
          hits.rows.stream()
              .filter(row -> row.kind() == number)
              .filter(row -> !identified || match(row, text) == SearchRow.Match.IDENTIFIER)
              .toList();
      int total = hits.counts == null ? own.size() : hits.counts.get(k);
      int pages = Math.ceilDiv(total, PAGE);
      if (total > 0 && (wanted == null || wanted.equals(kind.id())) && page >= 1 && page <= pages) {
        int from = Math.min(own.size(), hits.counts == null ? (page - 1) * PAGE : 0);
        List<SearchRow> shown = own.subList(from, Math.min(own.size(), from + PAGE));
        groups.add(
            new SearchAnswer.Group(
                kind.id(),
                kind.title(),
                total,
                page,
                pages,
                shown.stream().map(this::hit).toList()));
      }
    }
    return groups.isEmpty() ? new SearchAnswer.Nothing() : new SearchAnswer.Found(groups);
  }

  private Hits hits(SearchQuery asked, @Nullable String kind, int page) {
    String gram = asked.gram() == null ? gram(asked.text()) : asked.gram();
    if (heavy.contains(gram)) {
      return list(gram, kind, page);
    }
    JsonNode shard = files.apply(SearchIndex.shard(SearchGrams.shard(gram, shards)));
    return new Hits(
        rows(shard.path(gram)).stream()
            .filter(row -> match(row, asked.text()) != SearchRow.Match.NONE)
            .sorted(Comparator.comparing(row -> match(row, asked.text())))
            .toList(),
        null);
  }

  /// The key that the rows of a query stand under.
  private String gram(String text) {
    String gram = SearchGrams.cut(text, SearchGrams.LENGTH);
    for (int length = SearchGrams.LENGTH; heavy.contains(gram); length++) {
      if (gram.equals(text)) {
        return gram;
      }
      gram = SearchGrams.cut(text, length + 1);
    }
    return gram;
  }

  private Hits list(String gram, @Nullable String kind, int page) {
    JsonNode list = files.apply(SearchIndex.list(gram));
    List<Integer> counts = new ArrayList<>();
    list.path("counts").forEach(count -> counts.add(count.asInt()));
    if (kind == null || page <= 1) {
      return new Hits(rows(list.path("first")), counts);
    }
    int number = kinds.stream().map(SearchKind::id).toList().indexOf(kind);
    if (number < 0 || (long) (page - 1) * PAGE >= counts.get(number)) {
      return new Hits(List.of(), counts);
    }
    int from = (page - 1) * PAGE;
    JsonNode chunk = files.apply(SearchIndex.list(gram, kind, from / SearchIndex.CHUNK));
    List<SearchRow> rows = rows(chunk);
    int first = Math.min(rows.size(), from % SearchIndex.CHUNK);
    return new Hits(rows.subList(first, Math.min(rows.size(), first + PAGE)), counts);
  }

  private static List<SearchRow> rows(JsonNode array) {
    List<SearchRow> rows = new ArrayList<>(array.size());
    array.forEach(row -> rows.add(SearchRow.read(row)));
    return rows;
  }

  private SearchRow.Match match(SearchRow row, String text) {
    return row.match(text, kind(row));
  }

  private SearchKind kind(SearchRow row) {
    return kinds.get(row.kind());
  }

  private String path(SearchRow row) {
    return row.key().startsWith("/") ? row.key() : kind(row).root() + row.key() + "/";
  }

  private SearchAnswer.Hit hit(SearchRow row) {
    return new SearchAnswer.Hit(row.label(), path(row), row.key(), row.detail());
  }

  /// @param rows best first
  /// @param counts hits of each kind, where `rows` are one page of them; null if they are all
  private record Hits(List<SearchRow> rows, @Nullable List<Integer> counts) {}
}
