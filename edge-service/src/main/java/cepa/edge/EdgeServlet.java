package cepa.edge;

import cepa.edge.route.Decision;
import cepa.edge.route.RequestPath;
import cepa.edge.route.Route;
import cepa.edge.route.Router;
import cepa.error.CepaException;
import cepa.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every request: refuse what is none, answer for the edge itself, else take the site once and
/// answer from it.
final class EdgeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(EdgeServlet.class);

  private final transient EdgeParts parts;

  EdgeServlet(EdgeParts parts) {
    this.parts = parts;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long began = System.nanoTime();
    boolean preview = parts.previews().isPreviewHost(request.getHeader("Host"));
    Outcome outcome = answer(new Exchange(request, response, preview));
    parts.metrics().answered(outcome, System.nanoTime() - began);
  }

  private Outcome answer(Exchange exchange) throws IOException {
    HttpServletRequest request = exchange.request();
    if (!request.getMethod().equals("GET") && !exchange.isHead()) {
      exchange.response().setHeader("Allow", "GET, HEAD");
      return refuse(exchange, 405, "Only GET and HEAD are answered here.");
    }
    String path = RequestPath.parse(request.getRequestURI());
    if (path == null) {
      return refuse(exchange, 400, "This request cannot be answered.");
    }
    String own = without(parts.live().prefix(), path);
    if (own.startsWith(Assets.PREFIX)) {
      return parts.assets().send(exchange, own);
    }
    return switch (own) {
      case "/healthz" -> health(exchange);
      case "/status.json" -> status(exchange);
      default -> fromSite(exchange, path);
    };
  }

  private Outcome fromSite(Exchange exchange, String path) throws IOException {
    Optional<Site> site;
    try {
      site = site(exchange);
    } catch (CepaException e) {
      log.error("A preview cannot be shown: {}", e.getMessage(), e);
      exchange.unavailable(
          parts.pages().message("Unavailable", "This build cannot be shown now."), false);
      return Outcome.UNAVAILABLE;
    }
    if (site.isEmpty()) {
      return exchange.preview()
          ? missing(exchange, "There is no such build.")
          : awaitFirstBuild(exchange);
    }
    exchange.response().setHeader("X-Cepa-Build", site.get().build());
    return fromSite(exchange, site.get(), without(site.get().prefix(), path));
  }

  private Outcome fromSite(Exchange exchange, Site site, String path) throws IOException {
    return switch (path) {
      case "/search", "/search/" -> parts.search().send(exchange, site, false);
      case SearchSender.API -> parts.search().send(exchange, site, true);
      case "" -> move(exchange, 308, site.prefix() + "/");
      default -> page(exchange, site, path);
    };
  }

  /// The path within the site. A proxy in front may have taken the prefix off already.
  private static String without(String prefix, String path) {
    boolean under =
        path.startsWith(prefix)
            && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    return under ? path.substring(prefix.length()) : path;
  }

  private Optional<Site> site(Exchange exchange) {
    String host = exchange.host();
    if (exchange.preview() && host != null) {
      return parts.previews().site(host);
    }
    return Optional.ofNullable(parts.live().current()).map(LiveSite.Current::site);
  }

  private Outcome page(Exchange exchange, Site site, String path) throws IOException {
    return switch (Router.decide(site.routes(), path)) {
      case Decision.Send send -> parts.sender().send(exchange, send.body(), send.status());
      case Decision.Move move -> move(exchange, move.status(), site.prefix() + move.location());
      case Decision.Missing missing -> missing(exchange, site, missing.page());
    };
  }

  private static Outcome move(Exchange exchange, int status, String location) {
    exchange.redirect(status, location, CachePolicy.REDIRECT);
    return Outcome.REDIRECT;
  }

  private Outcome missing(Exchange exchange, Site site, String page) throws IOException {
    Route route = site.routes().find(page);
    if (route == null) {
      route = site.routes().find(Router.NOT_FOUND);
    }
    return route instanceof Route.Body body
        ? parts.sender().send(exchange, body, 404)
        : missing(exchange, "There is nothing here.");
  }

  private Outcome missing(Exchange exchange, String text) throws IOException {
    exchange.cache(CachePolicy.MISSING);
    exchange.send(404, Exchange.HTML, parts.pages().message("Not found", text));
    return Outcome.MISSING;
  }

  private Outcome awaitFirstBuild(Exchange exchange) throws IOException {
    List<String> sources =
        parts.statuses().known().orElse(List.of()).stream().map(SourceLine::of).toList();
    exchange.unavailable(parts.pages().awaiting(sources), true);
    return Outcome.UNAVAILABLE;
  }

  private Outcome health(Exchange exchange) throws IOException {
    boolean serves = parts.live().current() != null;
    String state = serves ? parts.live().problem() == null ? "ok" : "degraded" : "awaiting";
    exchange.cache(CachePolicy.NEVER);
    exchange.send(
        serves ? 200 : 503,
        "text/plain;charset=utf-8",
        (state + "\n").getBytes(StandardCharsets.UTF_8));
    return Outcome.STATUS;
  }

  private Outcome status(Exchange exchange) throws IOException {
    exchange.cache(CachePolicy.NEVER);
    exchange.send(200, "application/json", Json.bytes(parts.status()));
    return Outcome.STATUS;
  }

  private Outcome refuse(Exchange exchange, int status, String text) throws IOException {
    exchange.cache(CachePolicy.NEVER);
    exchange.send(status, Exchange.HTML, parts.pages().message("Bad request", text));
    return Outcome.REFUSED;
  }
}
