package cepa.renderer.pages.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SitemapPagesTest {

  @Test
  void sitemap_namesThePagesToBeListed() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small());
    Document index = Jsoup.parse(site.document("/sitemap.xml"), Parser.xmlParser());
    assertThat(index.select("sitemap > loc").eachText())
        .containsExactly("https://relays.example.org/sitemap-1.xml");
    Document urls = Jsoup.parse(site.document("/sitemap-1.xml"), Parser.xmlParser());
    assertThat(urls.select("url > loc").eachText())
        .contains(
            "https://relays.example.org/",
            "https://relays.example.org/relay/" + SampleNetworks.HEALTHY + "/",
            "https://relays.example.org/misc/networks-by-bandwidth.html")
        .doesNotContain(
            "https://relays.example.org/404.html",
            "https://relays.example.org/misc/networks-by-exit-count.html");
  }

  @Test
  void robots_namesTheSitemap() {
    assertThat(RenderedSite.of(SampleNetworks.small()).document("/robots.txt"))
        .isEqualTo(
            """
            User-agent: *
            Disallow: /search
            Sitemap: https://relays.example.org/sitemap.xml
            """);
  }

  @Test
  void siteWithoutAnAddress_hasNoSitemap() {
    RenderedSite site = RenderedSite.of(SampleNetworks.small().baseUrl(null));
    assertThat(site.documents().keySet()).noneMatch(path -> path.contains("sitemap"));
    assertThat(site.document("/robots.txt")).doesNotContain("Sitemap");
  }
}
