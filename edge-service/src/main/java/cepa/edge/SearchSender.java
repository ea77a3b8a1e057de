package cepa.edge;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// `/search?q=`: to exactly one page, or a page that says why not.
final class SearchSender {

  private final SmallPages pages;

  SearchSender(SmallPages pages) {
    this.pages = pages;
  }

  Outcome send(Exchange exchange, Site site) throws IOException {
    exchange.response().setHeader("X-Robots-Tag", "noindex");
    String query = exchange.request().getParameter("q");
    switch (KeySearch.answer(site.routes(), query)) {
      case KeySearch.Answer.Go go ->
          exchange.redirect(302, site.prefix() + go.location(), CachePolicy.NEVER);
      case KeySearch.Answer.Nothing _ -> page(exchange, 404, query, "Nothing was found.");
      case KeySearch.Answer.Refused _ ->
          page(
              exchange,
              400,
              null,
              "A search has at most 100 letters, digits, blanks and the signs . - : @ _ only.");
    }
    return Outcome.SEARCH;
  }

  private void page(Exchange exchange, int status, @Nullable String query, String text)
      throws IOException {
    exchange.cache(CachePolicy.NEVER);
    exchange.send(status, Exchange.HTML, pages.search(query == null ? "" : query, text));
  }
}
