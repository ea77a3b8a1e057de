package cepa.fetcher;

/// A feed made of its parts.
public abstract class SourceFeed implements Feed {

  private final String source;
  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter;
  private final Plausibility plausibility;

  protected SourceFeed(
      String source,
      FeedSettings settings,
      Download download,
      DocumentSplitter splitter,
      Plausibility plausibility) {
    this.source = source;
    this.settings = settings;
    this.download = download;
    this.splitter = splitter;
    this.plausibility = plausibility;
  }

  @Override
  public final String source() {
    return source;
  }

  @Override
  public final FeedSettings settings() {
    return settings;
  }

  @Override
  public final Download download() {
    return download;
  }

  @Override
  public final DocumentSplitter splitter() {
    return splitter;
  }

  @Override
  public final Plausibility plausibility() {
    return plausibility;
  }
}
