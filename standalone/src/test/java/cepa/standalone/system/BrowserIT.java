package cepa.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages in a real browser: no complaint on the console, nothing needs scripts, no page scrolls
/// sideways.
@Tag("browser")
class BrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @Test
  void pagesOpen_withoutScriptsAndComplaints(@TempDir Path temporary) throws Exception {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium is installed: " + CHROMIUM);
    try (var site = new RunningSite(temporary.resolve("data"), 200, Map.of());
        var playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS))) {
      String build = site.awaitLive(0);
      List<String> paths =
          SiteContent.of(site.builds(), build).keySet().stream()
              .filter(path -> path.equals("/") || path.matches("/[a-z]+/[^/]+/(index.json)?"))
              .filter(path -> path.endsWith("/"))
              .toList();
      assertThat(paths).hasSizeGreaterThan(200);
      for (int width : new int[] {1366, 390}) {
        for (String path : sample(paths)) {
          open(browser, site.url().resolve(path).toString(), width);
        }
      }
    }
  }

  /// The home page, the listings, and every fortieth of the others.
  private static List<String> sample(List<String> paths) {
    List<String> sample =
        new ArrayList<>(
            List.of("/", "/misc/countries-by-bandwidth.html", "/misc/networks-by-bandwidth.html"));
    for (int i = 0; i < paths.size(); i += 40) {
      sample.add(paths.get(i));
    }
    return sample;
  }

  private static void open(Browser browser, String url, int width) {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 900))) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      page.onPageError(complaints::add);
      page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
      Response response = page.navigate(url);
      // A redirect of the site is a page's answer, too.
      assertThat(response.status()).as(url).isEqualTo(200);
      assertThat(complaints).as(url).isEmpty();
      assertThat(page.locator("h1").count()).as(url).isEqualTo(1);
      assertThat(page.locator("main").boundingBox().width).as(url).isLessThanOrEqualTo(width);
    }
  }
}
