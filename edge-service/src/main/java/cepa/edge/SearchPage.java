package cepa.edge;

import cepa.search.SearchAnswer;
import cepa.search.SearchTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts an answer into the frame that the build has for it. HTML stands in resources; every text
/// put into it is escaped.
final class SearchPage {

  private static final Pattern PLACE = Pattern.compile("\\[\\[(\\w+)]]");

  private final String group = SmallPages.resource("search-group.html");
  private final String hit = SmallPages.resource("search-hit.html");
  private final String paging = SmallPages.resource("search-pages.html");
  private final String sentence = SmallPages.resource("search-sentence.html");

  /// @param frame of the build
  /// @param query as it came; empty where it must not be shown
  byte[] sentence(String frame, String query, String text) {
    return page(frame, query, SmallPages.fill(sentence, Map.of("text", text)));
  }

  /// @param prefix what links of the build begin with
  byte[] list(
      String frame, String query, String prefix, SearchAnswer.Found found, SearchTexts texts) {
    String groups =
        found.groups().stream()
            .map(each -> group(each, query, prefix, texts))
            .collect(Collectors.joining());
    return page(frame, query, groups);
  }

  private static byte[] page(String frame, String query, String content) {
    return placed(frame, Map.of("query", SmallPages.escape(query), "content", content))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Puts finished HTML into its places, in one pass: what is put in has no places itself, whatever
  /// its text says.
  private static String placed(String page, Map<String, String> html) {
    return PLACE
        .matcher(page)
        .replaceAll(
            place -> Matcher.quoteReplacement(html.getOrDefault(place.group(1), place.group())));
  }

  private String group(SearchAnswer.Group found, String query, String prefix, SearchTexts texts) {
    String hits =
        found.hits().stream().map(each -> hit(each, prefix)).collect(Collectors.joining());
    String filled =
        SmallPages.fill(
            group,
            Map.of(
                "kind", found.kind(),
                "title", found.title(),
                "total", Integer.toString(found.total())));
    return placed(
        filled, Map.of("hits", hits, "pages", found.pages() > 1 ? pages(found, query, texts) : ""));
  }

  private String hit(SearchAnswer.Hit found, String prefix) {
    boolean named = found.key().startsWith("/") || found.label().contains(found.key());
    return SmallPages.fill(
        hit,
        Map.of(
            "path",
            prefix + found.path(),
            "label",
            found.label(),
            "detail",
            found.detail(),
            "key",
            named ? "" : found.key()));
  }

  private String pages(SearchAnswer.Group found, String query, SearchTexts texts) {
    return SmallPages.fill(
        paging,
        Map.of(
            "pages", texts.pages(found.title()),
            "page", texts.page(found.page(), found.pages()),
            "previous", texts.previous(),
            "before", at(found, query, Math.max(1, found.page() - 1)),
            "next", texts.next(),
            "after", at(found, query, Math.min(found.pages(), found.page() + 1))));
  }

  private static String at(SearchAnswer.Group found, String query, int page) {
    return "?q="
        + URLEncoder.encode(query, StandardCharsets.UTF_8)
        + "&kind="
        + found.kind()
        + "&page="
        + page;
  }
}
