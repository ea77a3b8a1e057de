package cepa.fetcher.authorityhealth;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Download;
import cepa.fetcher.Feed;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.Plausibility;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Who of the directory authorities can be connected to, by trying.
@Component
class AuthorityHealthFeed implements Feed {

  private final FeedSettings settings;
  private final Download download;
  private final DocumentSplitter splitter = new ProbeSplitter();

  AuthorityHealthFeed(AuthorityHealthSettings settings) {
    this.settings = settings.feed();
    this.download =
        new ProbeRound(
            settings.endpoints(),
            new TcpProbe(settings.probeTimeout()),
            settings.totalTimeout(),
            InstantSource.system());
  }

  @Override
  public String source() {
    return "authority-health";
  }

  @Override
  public FeedSettings settings() {
    return settings;
  }

  @Override
  public Download download() {
    return download;
  }

  @Override
  public DocumentSplitter splitter() {
    return splitter;
  }

  /// All of them offline is a finding like any other, be it about our own connection.
  @Override
  public Plausibility plausibility() {
    return (candidate, _) -> candidate.records() == 0 ? "it has no probes" : null;
  }
}
