package cepa.processor.build;

import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// What must hold before readers see a build: complete, readable, its links lead somewhere, no page
/// too big, and not absurdly different from the one before. Every finding is one sentence.
final class Gate {

  static final int LARGEST_PAGE = 1_500_000;
  static final double PAGE_RATIO = 0.05;
  static final double BYTE_RATIO = 0.10;

  /// Every how many-th page is read back.
  private static final int SAMPLE = 50;

  private static final int MOST_FINDINGS = 20;
  private static final List<String> FIXED = List.of("/", "/404.html", "/robots.txt");
  private static final Pattern LINK = Pattern.compile("\\shref=\"(/[^\"#?]*)");

  private final ObjectStore objects;
  private final BuildStore builds;

  Gate(ObjectStore objects) {
    this.objects = objects;
    this.builds = new BuildStore(objects);
  }

  /// @param expected objects by page family, as the model has them
  /// @param previous the live build to compare with; null if there is none
  /// @return what is wrong; empty if nothing is
  List<String> findings(
      BuildManifest manifest, Map<String, Integer> expected, @Nullable BuildManifest previous) {
    var findings = new Findings();
    expected.forEach((family, count) -> {
      int found = manifest.objects().getOrDefault(family, 0);
      findings.expect(
          found == count, () -> family + " pages: the model has " + count + ", the build " + found);
    });
    if (previous != null && isComparable(manifest, previous)) {
      findings.ratio("pages", manifest.pages(), previous.pages(), PAGE_RATIO);
      findings.ratio("bytes", manifest.rawBytes(), previous.rawBytes(), BYTE_RATIO);
    }
    Map<String, PageEntry> pages = pages(manifest, findings);
    FIXED.forEach(
        path -> findings.expect(pages.containsKey(path), () -> "There is no page at " + path));
    String prefix = manifest.plan().pathPrefix();
    int i = 0;
    for (PageEntry page : pages.values()) {
      findings.expect(
          page.size() <= LARGEST_PAGE,
          () -> page.path() + " has " + page.size() + " bytes, more than a page may");
      if (page.isRedirect()) {
        findings.expect(
            pages.containsKey(page.location()),
            () -> page.path() + " redirects to " + page.location() + ", which does not exist");
      } else if (i++ % SAMPLE == 0 || FIXED.contains(page.path())) {
        sample(page, pages.keySet(), prefix, findings);
      }
    }
    return findings.all;
  }

  /// Ratios say something only if the same sources and the same code made both.
  private static boolean isComparable(BuildManifest one, BuildManifest other) {
    return one.plan().codeVersion().equals(other.plan().codeVersion())
        && one.plan().inputs().keySet().equals(other.plan().inputs().keySet());
  }

  private Map<String, PageEntry> pages(BuildManifest manifest, Findings findings) {
    Map<String, PageEntry> pages = new TreeMap<>();
    for (String digest : manifest.parts()) {
      ManifestPart part;
      try {
        part = builds.part(digest);
      } catch (PermanentException e) {
        findings.expect(false, () -> String.valueOf(e.getMessage()));
        continue;
      }
      for (PageEntry page : part.pages()) {
        findings.expect(
            pages.put(page.path(), page) == null, () -> page.path() + " stands in two shards");
      }
    }
    return pages;
  }

  private void sample(PageEntry page, Set<String> paths, String prefix, Findings findings) {
    byte[] body;
    try {
      body = read(page);
    } catch (PermanentException | IOException e) {
      findings.expect(false, () -> page.path() + " cannot be read back: " + e.getMessage());
      return;
    }
    findings.expect(
        body.length == page.size() && Sha256.hex(body).equals(page.sha256()),
        () -> page.path() + " is not what the manifest says");
    if (page.type().startsWith("text/html")) {
      String html = new String(body, StandardCharsets.UTF_8);
      findings.expect(html.stripTrailing().endsWith("</html>"), () -> page.path() + " is cut off");
      Set<String> broken = new HashSet<>();
      Matcher link = LINK.matcher(html);
      while (link.find()) {
        String path = link.group(1).replace("&amp;", "&");
        String target = path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
        boolean elsewhere = target.startsWith("/assets/") || target.startsWith("/search");
        if (!elsewhere && !paths.contains(target) && broken.add(target)) {
          findings.expect(
              false, () -> page.path() + " links to " + target + ", which does not exist");
        }
      }
    }
  }

  private byte[] read(PageEntry page) throws IOException {
    String pack = page.pack();
    byte[] packed =
        pack == null
            ? new byte[0]
            : objects
                .getRange(BuildStore.packKey(pack), page.offset(), page.length())
                .orElseThrow(() -> new IOException("pack " + pack + " is missing"));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  /// Findings, at most [#MOST_FINDINGS].
  private static final class Findings {
    private final List<String> all = new ArrayList<>();

    private void expect(boolean holds, Supplier<String> sentence) {
      if (!holds && all.size() < MOST_FINDINGS) {
        all.add(sentence.get());
      }
    }

    private void ratio(String what, long now, long before, double most) {
      expect(
          Math.abs(now - before) <= most * before,
          () ->
              what
                  + " went from "
                  + before
                  + " to "
                  + now
                  + ", by more than "
                  + Math.round(100 * most)
                  + " %");
    }
  }
}
