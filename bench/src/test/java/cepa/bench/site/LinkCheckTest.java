package cepa.bench.site;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.bench.flat.SiteFiles;
import cepa.bench.flat.TestSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCheckTest {

  private static final String REDIRECT =
      "<meta http-equiv=\"refresh\" content=\"0; url=/relay/A/\"><a href=\"/relay/A/\">A</a>";

  @TempDir private Path directory = Path.of("");
  private TestSite site = new TestSite(directory);

  @BeforeEach
  void aSite() {
    site =
        new TestSite(directory)
            .with("index.html", "<h2 id=\"here\">x</h2><a href=\"/relay/A/#status\">A</a>")
            .with("relay/A/index.html", "<div id=status><a href='../../'>home</a></div>")
            .with("relay/A/index.json", "{}")
            .with("old/index.html", REDIRECT);
  }

  @Test
  void soundLinks_areNotBroken() {
    site.with(
        "page.html",
        "<a href=\"#top\" id=top>top</a><a href=\"/\">home</a><a href=\"relay/A/index.json\">twin</a>"
            + "<a href=\"/old\">redirected</a><a href=\"https://example.org/x\">outside</a>"
            + "<form action=\"/relay/A/?q=1\"></form><a href=\"/index.html?a=b&amp;c#here\">q</a>");
    LinkCheck.Result result = check();
    assertThat(result.broken()).isEmpty();
    assertThat(result.external()).isEqualTo(1);
    assertThat(result.redirects()).isEqualTo(1);
    assertThat(result.checked()).isEqualTo(11);
  }

  @Test
  void linkToNothing_isBroken() {
    site.with("page.html", "<p><img alt=\"\" src=\"/assets/gone.svg\"></p>");
    assertThat(check().broken())
        .containsExactly(new LinkCheck.Broken("page.html", "/assets/gone.svg"));
  }

  @Test
  void directoryWithoutItsSlash_isBrokenUnlessARedirect() {
    site.with("page.html", "<a href=\"/relay/A\">no slash</a>");
    assertThat(check().broken()).containsExactly(new LinkCheck.Broken("page.html", "/relay/A"));
  }

  @Test
  void idThatIsNotThere_isBroken() {
    site.with("page.html", "<a href=\"/relay/A/#gone\">x</a><a href=\"#gone\">y</a>");
    assertThat(check().broken())
        .containsExactly(
            new LinkCheck.Broken("page.html", "page.html#gone"),
            new LinkCheck.Broken("page.html", "relay/A/index.html#gone"));
  }

  @Test
  void redirectToNothing_isBroken() {
    site.with("old/index.html", REDIRECT.replace("/A/", "/B/"));
    assertThat(check().broken())
        .containsExactly(new LinkCheck.Broken("old/index.html", "/relay/B/"));
  }

  @Test
  void commentsAndScripts_haveNoLinks() {
    site.with(
        "page.html",
        "<!-- <a href=\"/no\">x</a> --><script>'<a href=\"/no\">'</script><a href=\"/\">home</a>");
    assertThat(check().broken()).isEmpty();
  }

  private LinkCheck.Result check() {
    SiteFiles files = site.files();
    var check = new LinkCheck(files);
    files
        .named(".html")
        .forEach(name -> check.page(name, new String(files.bytes(name), StandardCharsets.UTF_8)));
    return LinkCheck.finish(List.of(check));
  }
}
