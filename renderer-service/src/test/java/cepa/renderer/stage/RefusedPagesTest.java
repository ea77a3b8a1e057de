package cepa.renderer.stage;

import static cepa.testing.model.Networks.aNetwork;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.asset.Assets;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What stops a shard, and whether the reason leads to the place.
class RefusedPagesTest {

  private static final PageHead HEAD = new PageHead("T", "", "", List.of(), true, List.of());
  private static final String TEMPLATE = "cepa/renderer/toy/text";

  @Test
  void pathClaimedByTwoFamilies_namesBoth() {
    refused(family("one", page("/a/", "text")), family("two", page("/a/", "text")))
        .hasMessageContaining("/a/")
        .hasMessageContaining("family one and by two");
  }

  @Test
  void pathClaimedTwiceByOneFamily_saysSo() {
    refused(family("one", page("/a/", "text"), page("/a/", "text")))
        .hasMessageContaining("itself again");
  }

  @Test
  void documentInThePlaceOfATwin_isRefusedThoughItLiesInAnotherShard() {
    var document = new SitePath.Document("/a/index.json", "application/json", () -> new byte[0]);
    refused(family("one", page("/a/", "text")), family("two", document))
        .hasMessageContaining("/a/index.json");
  }

  @Test
  void pathOfAPageWithoutAKnownEnding_isRefused() {
    refused(family("one", page("/a", "text"))).hasMessageContaining("ends in / or .html");
  }

  @Test
  void pathOutsideTheRule_namesTheFamily() {
    refused(new Family("one", () -> Stream.of(page("/a b/", "text"))))
        .hasMessageContaining("family one cannot list its paths")
        .hasMessageContaining("/a b/");
  }

  @Test
  void viewThatCannotBeMade_namesPageAndFamily() {
    Supplier<PageView> broken =
        () -> {
          throw new IllegalStateException("no such relay");
        };
    refused(family("one", new SitePath.Page("/a/", TEMPLATE, false, broken)))
        .hasMessageContaining("Page /a/ of family one")
        .hasMessageContaining("no such relay");
  }

  @Test
  void variableThatDoesNotExist_namesPageTemplateLineAndWhatThereIs() {
    refused(family("one", page("/a/", "unknown-variable")))
        .hasMessageContaining("Page /a/")
        .hasMessageContaining("cepa/renderer/toy/unknown-variable, line 2")
        .hasMessageContaining("`view` and `site`");
  }

  @Test
  void missingTemplate_isNamed() {
    refused(family("one", page("/a/", "not-there")))
        .hasMessageContaining("cepa/renderer/toy/not-there.peb");
  }

  @Test
  void missingAsset_namesThoseThereAre() {
    refused(family("one", page("/a/", "unknown-asset")))
        .hasMessageContaining("no asset other.css")
        .hasMessageContaining("cepa.css");
  }

  @Test
  void rawOutput_isNoFilterOfOurs() {
    refused(family("one", page("/a/", "raw-output"))).hasMessageContaining("raw");
  }

  @Test
  void autoescapeOff_isNoTagOfOurs() {
    refused(family("one", page("/a/", "no-escape"))).hasMessageContaining("autoescape");
  }

  @Test
  void linkToNowhere_isRefused() {
    refused(family("one", page("/a/", "url-of-nothing"))).hasMessageContaining("is it a link");
  }

  @Test
  void pageTooLarge_saysHowLarge() {
    String text = "x".repeat(LocalBuilds.MAX_PAGE_BYTES);
    var view = new View(HEAD, text);
    refused(family("one", new SitePath.Page("/a/", TEMPLATE, false, () -> view)))
        .hasMessageContaining("Page /a/ of family one")
        .hasMessageContaining("more than " + LocalBuilds.MAX_PAGE_BYTES);
  }

  @Test
  void familiesOfTheSameName_areRefusedAtTheStart() {
    PageFamily one = family("one");
    assertThatThrownBy(() -> new LocalBuilds(new MemoryStore(), 1, one, one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Two page families are called one");
  }

  @Test
  void missingStylesheet_isRefusedAtTheStart() {
    var none = new Assets(Map.of());
    assertThatThrownBy(() ->
            new SiteCache(id -> aNetwork().load(id), List.of(), none, new SiteCache.Limits(1, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cepa.css");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      PageFamily... families) {
    var builds = new LocalBuilds(new MemoryStore(), 1, families);
    return assertThatThrownBy(() -> builds.build("b", aNetwork().load("m"), null))
        .isInstanceOf(PermanentException.class);
  }

  private static SitePath page(String path, String template) {
    return new SitePath.Page(
        path, "cepa/renderer/toy/" + template, false, () -> new View(HEAD, "text"));
  }

  private static PageFamily family(String id, SitePath... paths) {
    return new Family(id, () -> Stream.of(paths));
  }

  record View(PageHead head, String text) implements PageView {}

  private record Family(String id, Supplier<Stream<SitePath>> all) implements PageFamily {
    @Override
    public Stream<SitePath> paths(PageContext context) {
      return all.get();
    }
  }
}
