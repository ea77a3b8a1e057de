package cepa.fetcher;

import cepa.fetcher.onionoo.OnionooPlausibility;
import cepa.fetcher.onionoo.OnionooSplitter;
import cepa.topic.SnapshotManifest;
import cepa.topic.SnapshotManifest.Validators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A feed whose upstream is a variable.
final class TestFeed implements Feed {

  private final String source;
  private final FeedSettings settings;
  private final List<@Nullable SnapshotManifest> previous = new CopyOnWriteArrayList<>();
  private volatile Download upstream = _ -> new Downloaded.NotModified();
  private volatile DocumentSplitter splitter = new OnionooSplitter();

  TestFeed(String source) {
    this(source, "http://upstream.test/details");
  }

  TestFeed(String source, String endpoint) {
    this.source = source;
    this.settings =
        new FeedSettings(
            URI.create(endpoint),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofHours(6),
            Duration.ofHours(24),
            new TransferLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 10_000_000),
            new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofMinutes(2)));
  }

  /// From now on upstream serves this document, unconditionally.
  TestFeed serves(String document) {
    return does(context -> documents(context, document, null));
  }

  /// From now on upstream serves this document with an entity tag, and 304 to whoever has it.
  TestFeed serves(String document, String etag) {
    return does(context -> {
      SnapshotManifest known = context.previous();
      Validators validators = new Validators(etag, null);
      return known != null && validators.equals(known.validators())
          ? new Downloaded.NotModified()
          : documents(context, document, validators);
    });
  }

  TestFeed does(Download download) {
    upstream = download;
    return this;
  }

  TestFeed splits(DocumentSplitter with) {
    splitter = with;
    return this;
  }

  /// What each download could build on, in order.
  List<@Nullable SnapshotManifest> previous() {
    return previous;
  }

  private static Downloaded documents(
      DownloadContext context, String document, @Nullable Validators validators) {
    context.meter().request();
    context.meter().answered(200);
    byte[] body = document.getBytes(StandardCharsets.UTF_8);
    context.meter().received(body.length);
    SpoolFile file = context.spool().create();
    try {
      file.write(body, 0, body.length);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new Downloaded.Documents(
        List.of(new Downloaded.Obtained.Loaded(file.finish("details"))), validators);
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public FeedSettings settings() {
    return settings;
  }

  @Override
  public Download download() {
    return context -> {
      previous.add(context.previous());
      return upstream.download(context);
    };
  }

  @Override
  public DocumentSplitter splitter() {
    return document -> splitter.split(document);
  }

  @Override
  public Plausibility plausibility() {
    return new OnionooPlausibility();
  }
}
