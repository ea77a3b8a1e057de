package cepa.edge;

import cepa.error.CepaException;
import cepa.json.Json;
import cepa.search.SearchAnswer;
import cepa.search.SearchLookup;
import cepa.search.SearchTexts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/search/?q=`: to exactly one page, to a list, or to a page that says why not; and the same as
/// JSON under [#API], which never leads away.
final class SearchSender {

  static final String API = "/api/v1/search";

  private static final Logger log = LoggerFactory.getLogger(SearchSender.class);
  private static final String JSON = "application/json;charset=utf-8";
  private static final String UNAVAILABLE = "Search cannot be answered just now. Please try again.";

  private final SiteSearch search;
  private final SmallPages pages;
  private final SearchPage page = new SearchPage();

  SearchSender(SiteSearch search, SmallPages pages) {
    this.search = search;
    this.pages = pages;
  }

  Outcome send(Exchange exchange, Site site, boolean json) throws IOException {
    exchange.response().setHeader("X-Robots-Tag", "noindex");
    exchange.cache(CachePolicy.NEVER);
    String query = exchange.request().getParameter("q");
    try {
      SearchLookup lookup = search.lookup(site);
      SearchAnswer answer =
          lookup.answer(query, exchange.request().getParameter("kind"), page(exchange));
      if (json) {
        reply(exchange, site, query, answer, lookup.texts());
      } else {
        show(exchange, site, query == null ? "" : query, answer, lookup.texts());
      }
      return Outcome.SEARCH;
    } catch (CepaException e) {
      log.error("A search cannot be answered: {}", e.getMessage(), e);
      exchange.unavailable(pages.message("Search", UNAVAILABLE), false);
      return Outcome.UNAVAILABLE;
    }
  }

  private static int page(Exchange exchange) {
    String page = exchange.request().getParameter("page");
    return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
  }

  private void show(
      Exchange exchange, Site site, String query, SearchAnswer answer, SearchTexts texts)
      throws IOException {
    switch (answer) {
      case SearchAnswer.Go go ->
          exchange.redirect(302, site.prefix() + go.path(), CachePolicy.NEVER);
      case SearchAnswer.Home _ -> exchange.redirect(302, site.prefix() + "/", CachePolicy.NEVER);
      case SearchAnswer.Found found ->
          html(exchange, 200, page.list(search.frame(site), query, site.prefix(), found, texts));
      case SearchAnswer.Nothing _ ->
          html(exchange, 404, page.sentence(search.frame(site), query, texts.nothing()));
      case SearchAnswer.Refused _ ->
          html(exchange, 400, page.sentence(search.frame(site), "", texts.refused()));
    }
  }

  private static void html(Exchange exchange, int status, byte[] body) throws IOException {
    exchange.send(status, Exchange.HTML, body);
  }

  private static void reply(
      Exchange exchange, Site site, @Nullable String query, SearchAnswer answer, SearchTexts texts)
      throws IOException {
    boolean refused = answer instanceof SearchAnswer.Refused;
    var reply =
        switch (answer) {
          case SearchAnswer.Go go ->
              new Reply(query, site.prefix() + go.path(), List.of(go.group()), null);
          case SearchAnswer.Found found -> new Reply(query, null, found.groups(), null);
          case SearchAnswer.Home _, SearchAnswer.Nothing _ ->
              new Reply(query, null, List.of(), null);
          case SearchAnswer.Refused _ -> new Reply(null, null, List.of(), texts.refused());
        };
    exchange.send(refused ? 400 : 200, JSON, Json.bytes(reply));
  }

  /// @param query as it came; null if there was none, or it is refused
  /// @param location the one page it leads to; null if it leads to none or several
  /// @param groups the hits by kind; their paths do not have the prefix of the site
  /// @param problem what is wrong with the query; null if nothing is
  record Reply(
      @Nullable String query,
      @Nullable String location,
      List<SearchAnswer.Group> groups,
      @Nullable String problem) {}
}
