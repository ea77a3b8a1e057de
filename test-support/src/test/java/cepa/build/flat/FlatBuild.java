package cepa.build.flat;

import cepa.testing.build.BuildByHand;
import java.time.Instant;

/// A build of a site to be written flat. Pages of family `relay` are objects.
final class FlatBuild extends BuildByHand<FlatBuild> {

  FlatBuild(String id) {
    super(id, Instant.EPOCH);
  }

  @Override
  protected FlatBuild self() {
    return this;
  }

  /// A small site of all kinds of files.
  static FlatBuild site(String id) {
    return new FlatBuild(id)
        .page("relay", "/relay/A/", "relay A")
        .page("relay", "/relay/A/index.json", "{}")
        .page("relay", "/relay/B/", "relay B")
        .page("listing", "/misc/all/", "all relays")
        .page("top", "/top500.html", "top 500")
        .page("home", "/", "home")
        .page("home", "/index.json", "{\"home\":true}")
        .page("document", "/robots.txt", "robots")
        .page("document", "/sitemap.xml", "<urlset/>")
        .redirect("/family/B/", "/family/A/")
        .redirect("/misc/old.html", "/misc/all/")
        .asset("site.0123abcd.css")
        .objects("relay", 2);
  }

  FlatBuild page(String family, String path, String text) {
    return page(family, path, "text/html", text);
  }
}
