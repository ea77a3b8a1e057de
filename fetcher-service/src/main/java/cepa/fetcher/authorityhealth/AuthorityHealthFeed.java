package cepa.fetcher.authorityhealth;

import cepa.fetcher.SourceFeed;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Who of the directory authorities can be connected to, by trying. All of them offline is a
/// finding like any other, be it about our own connection.
@Component
final class AuthorityHealthFeed extends SourceFeed {

  AuthorityHealthFeed(AuthorityHealthSettings settings) {
    super(
        "authority-health",
        settings.feed(),
        new ProbeRound(
            settings.endpoints(),
            new TcpProbe(settings.probeTimeout()),
            settings.totalTimeout(),
            InstantSource.system()),
        new ProbeSplitter(),
        (candidate, _) -> candidate.records() == 0 ? "it has no probes" : null);
  }
}
