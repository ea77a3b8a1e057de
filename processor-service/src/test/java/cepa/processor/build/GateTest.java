package cepa.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.build.BuildManifest;
import cepa.build.BuildPlan;
import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.digest.Sha256;
import cepa.json.PackedJson;
import cepa.store.directory.DirectoryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

  private static final Instant T = Instant.parse("2026-01-15T12:00:00Z");
  private static final Map<String, Integer> EXPECTED = Map.of("relay", 2);

  @TempDir Path directory;
  private DirectoryStore objects;
  private final List<PageEntry> pages = new ArrayList<>();
  private String prefix = "";

  @BeforeEach
  void open() {
    objects = new DirectoryStore(directory);
    page("/", "<a href=\"/a/\">a</a> <a class=x href=\"/assets/x.css\">s</a>");
    page("/404.html", "");
    page("/a/", "");
    pages.add(entry("/robots.txt", "User-agent: *", "text/plain"));
  }

  @AfterEach
  void close() {
    objects.close();
  }

  @Test
  void wholeBuild_passes() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void missingFixedPage_isFound() {
    pages.removeIf(page -> page.path().equals("/404.html"));
    assertThat(findings()).containsExactly("There is no page at /404.html");
  }

  @Test
  void pagesThatAreNotAsManyAsTheModelHas_areFound() {
    assertThat(findings(build("c", 3, pages.size(), 1000), null))
        .containsExactly("relay pages: the model has 2, the build 3");
  }

  @Test
  void linkThatLeadsNowhere_isFound() {
    replace("/", "<a href=\"/nowhere/?q#f\">x</a>");
    assertThat(findings()).containsExactly("/ links to /nowhere/, which does not exist");
  }

  @Test
  void linksBeginWithThePathOfTheSite() {
    prefix = "/tor";
    replace("/", "<a href=\"/tor/a/\">x</a><a href=\"/tor/assets/x.css\">y</a>");
    assertThat(findings()).isEmpty();
    replace("/", "<a href=\"/tora/\">x</a>");
    assertThat(findings()).containsExactly("/ links to /tora/, which does not exist");
  }

  @Test
  void redirectThatLeadsNowhere_isFound() {
    pages.add(new PageEntry("/old/", "x", null, 0, 0, "d", 0, "", "stamp", "/gone/"));
    pages.add(new PageEntry("/older/", "x", null, 0, 0, "d", 0, "", "stamp", "/a/"));
    assertThat(findings()).containsExactly("/old/ redirects to /gone/, which does not exist");
  }

  @Test
  void cutOffPage_isFound() {
    pages.removeIf(page -> page.path().equals("/"));
    pages.add(entry("/", "<!doctype html><html>", "text/html"));
    assertThat(findings()).containsExactly("/ is cut off");
  }

  @Test
  void pageWhoseBytesAreOthers_isFound() {
    PageEntry home = pages.removeFirst();
    pages.add(
        new PageEntry(
            "/",
            "x",
            home.pack(),
            0,
            home.length(),
            "0".repeat(64),
            home.size(),
            "text/html",
            "stamp",
            null));
    assertThat(findings()).containsExactly("/ is not what the manifest says");
  }

  @Test
  void packThatIsGone_isFound() {
    objects.delete(List.of(BuildStore.packKey("" + pages.getFirst().pack())));
    assertThat(findings()).singleElement().asString().contains("/ cannot be read back", "missing");
  }

  @Test
  void partThatIsGone_isFound() {
    BuildManifest manifest = build("c", 2, pages.size(), 1000);
    objects.delete(List.of(BuildStore.partKey(manifest.parts().getFirst())));
    assertThat(findings(manifest, null)).anySatisfy(f -> assertThat(f).contains("Manifest part"));
  }

  @Test
  void hugePage_isFound() {
    pages.add(
        new PageEntry(
            "/huge/",
            "x",
            pages.getFirst().pack(),
            0,
            1,
            "d",
            Gate.LARGEST_PAGE + 1,
            "text/html",
            "stamp",
            null));
    assertThat(findings()).anySatisfy(f -> assertThat(f).startsWith("/huge/ has 1500001 bytes"));
  }

  @Test
  void pathInTwoShards_isFound() {
    pages.add(pages.getFirst());
    assertThat(findings()).contains("/ stands in two shards");
  }

  @Test
  void siteHalfAsLarge_isFound_ifCodeAndSourcesAreTheSame() {
    BuildManifest now = build("c", 2, 94, 1000);
    assertThat(findings(now, build("c", 2, 100, 1000)))
        .singleElement()
        .asString()
        .contains("pages went from 100 to 94");
    assertThat(findings(now, build("c", 2, 98, 1000))).isEmpty();
    assertThat(findings(now, build("c", 2, 94, 800))).singleElement().asString().contains("bytes");
    assertThat(findings(now, build("other", 2, 1000, 9000))).isEmpty();
  }

  private List<String> findings() {
    return findings(build("c", 2, pages.size(), 1000), null);
  }

  private List<String> findings(BuildManifest manifest, @Nullable BuildManifest previous) {
    return new Gate(objects).findings(manifest, EXPECTED, previous);
  }

  private BuildManifest build(String code, int relays, long count, long bytes) {
    byte[] part = PackedJson.pack(new ManifestPart(pages));
    objects.put(BuildStore.partKey(Sha256.hex(part)), part, "application/gzip");
    var plan =
        new BuildPlan("m", code, T, 1, Map.of(), "h", null, null, 1, true, prefix, "test", null);
    return new BuildManifest(
        "b",
        T,
        plan,
        List.of(Sha256.hex(part)),
        new TreeMap<>(Map.of("relay", relays)),
        count,
        bytes,
        bytes,
        List.of());
  }

  private void replace(String path, String body) {
    pages.removeIf(page -> page.path().equals(path));
    page(path, body);
  }

  private void page(String path, String body) {
    pages.add(entry(path, "<!doctype html><html>" + body + "</html>\n", "text/html"));
  }

  private PageEntry entry(String path, String text, String type) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String pack = Sha256.hex((path + text).getBytes(StandardCharsets.UTF_8));
    objects.put(BuildStore.packKey(pack), out.toByteArray(), "x");
    return new PageEntry(
        path, "x", pack, 0, out.size(), Sha256.hex(body), body.length, type, "stamp", null);
  }
}
