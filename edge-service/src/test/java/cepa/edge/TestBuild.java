package cepa.edge;

import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.store.ObjectStore;
import cepa.testing.build.BuildByHand;
import cepa.testing.search.SearchSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A build with the pages that a site needs.
final class TestBuild extends BuildByHand<TestBuild> {

  static final Instant AS_OF = Instant.parse("2026-01-02T03:00:00Z");
  static final Instant ACTIVATED = Instant.parse("2026-01-02T03:04:05Z");
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";

  private static final String FRAME =
      "<!doctype html><title>Search</title><input value=\"[[query]]\"><main>[[content]]</main>";

  TestBuild(String id) {
    super(id, AS_OF);
  }

  @Override
  protected TestBuild self() {
    return this;
  }

  /// The build number `number`, of which every body names the number.
  static TestBuild numbered(int number) {
    return new TestBuild(id(number))
        .html("/", "home " + number)
        .html("/404.html", "nothing here " + number)
        .html("/404-relay.html", "no such relay " + number);
  }

  static String id(int number) {
    return "20260102t03%04dz-%06x".formatted(number, number);
  }

  TestBuild html(String path, String text) {
    return body(path, HTML, text);
  }

  TestBuild body(String path, String type, String text) {
    return page("test", path, type, text);
  }

  /// The sample index of search, and a frame for answers.
  TestBuild searchable() {
    SearchSample.files()
        .forEach((path, file) -> body(path, JSON, new String(file, StandardCharsets.UTF_8)));
    return html("/search/frame.html", FRAME);
  }

  /// Puts everything and makes it live.
  TestBuild live(ObjectStore store) {
    store(store);
    point(store, id(), false);
    return this;
  }

  static void point(ObjectStore store, String build, boolean hold) {
    var builds = new BuildStore(store);
    builds.setLive(builds.live(), new LiveBuild(build, null, ACTIVATED, hold));
  }
}
