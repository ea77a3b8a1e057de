package cepa.renderer.pages.feeds;

import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Publishes a feed beside each page whose subject has a history.
@Component
final class FeedPages implements PageFamily {

  /// Kinds of group that keep what they gained and lost.
  private static final List<String> KINDS = List.of("country", "network", "operator");

  @Override
  public String id() {
    return "feeds";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    var contents = new FeedContents(context);
    var formats =
        new FeedFormats(
            base(context.model().site().baseUrl()), Messages.of(context).text("layout.language"));
    Stream<SitePath> relays =
        context.model().relays().stream()
            .flatMap(relay ->
                feed(
                    context.links().path("relay", relay.fingerprint().hex()),
                    formats,
                    page -> contents.relay(relay, page)));
    Stream<SitePath> groups =
        KINDS.stream()
            .flatMap(kind ->
                context.model().groups(kind).stream()
                    .flatMap(group ->
                        pages(kind, group.key(), context)
                            .flatMap(page ->
                                feed(page, formats, at -> contents.group(kind, group, at)))));
    Stream<SitePath> network = feed(context.links().path("home", ""), formats, contents::network);
    return Stream.of(network, groups, relays).flatMap(all -> all);
  }

  /// An operator's feed is beside both of its pages, so that no reader of it is lost when a proof
  /// begins or ends.
  private static Stream<@Nullable String> pages(String kind, String key, PageContext context) {
    return Stream.of(context.links().path(kind, key), context.links().path(kind + "-by-key", key))
        .distinct();
  }

  private static Stream<SitePath> feed(@Nullable String page, FeedFormats formats, Maker maker) {
    if (page == null || !page.endsWith("/")) {
      return Stream.empty();
    }
    Supplier<Feed> feed = () -> maker.feed(page);
    return Stream.of(
        new SitePath.Document(
            page + "feed.atom",
            "application/atom+xml; charset=utf-8",
            () -> formats.atom(feed.get())),
        new SitePath.Document(
            page + "feed.json",
            "application/feed+json; charset=utf-8",
            () -> formats.json(feed.get())));
  }

  /// Without a base URL links are paths, which readers of feeds resolve against the feed.
  private static String base(@Nullable String url) {
    return url == null ? "" : URI.create(url).toString().replaceFirst("/+$", "");
  }

  /// Makes the feed that stands beside a page.
  @FunctionalInterface
  private interface Maker {
    Feed feed(String page);
  }
}
