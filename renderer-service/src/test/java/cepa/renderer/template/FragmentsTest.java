package cepa.renderer.template;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.asset.Assets;
import cepa.renderer.template.SiteTemplates.PageInput;
import cepa.renderer.template.SiteTemplates.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FragmentsTest {

  private static final String TEMPLATE = "cepa/renderer/template/rows";

  private final SiteTemplates templates = new SiteTemplates(List.of(), new Assets(Map.of()));
  private final Utf8Writer out = new Utf8Writer();
  private final CountedRow row = new CountedRow("<zwiebel> ☃", new AtomicInteger());

  @Test
  void fragment_isRenderedOnceAModel() {
    var fragments = new Fragments(1 << 20);
    String first = render(fragments, "", row, row);
    String second = render(fragments, "", row);

    assertThat(first).isEqualTo("[&lt;zwiebel&gt; ☃][&lt;zwiebel&gt; ☃]");
    assertThat(second).isEqualTo("[&lt;zwiebel&gt; ☃]");
    assertThat(row.reads()).hasValue(1);
  }

  @Test
  void equalValuesThatAreNotTheSame_haveTheirOwnFragments() {
    var other = new CountedRow(row.text, row.reads());
    render(new Fragments(1 << 20), "", row, other);

    assertThat(row.reads()).hasValue(2);
  }

  @Test
  void fullCache_rendersEachTime() {
    var fragments = new Fragments(0);
    render(fragments, "", row, row);

    assertThat(row.reads()).hasValue(2);
    assertThat(fragments.bytes()).isZero();
  }

  @Test
  void fragmentInsideAMacro_comesOutTheSame() {
    assertThat(render(new Fragments(1 << 20), "-in-macro", row)).isEqualTo("([&lt;zwiebel&gt; ☃])");
  }

  private String render(Fragments fragments, String variant, CountedRow... rows) {
    var view = new View(new PageHead("", "", "", List.of(), false, List.of()), List.of(rows));
    var shell =
        new SiteShell(
            new Menu(List.of()),
            Map.of(),
            null,
            null,
            "/",
            "/index.json",
            "/x.css",
            new PageData(List.of(), null, null, null));
    templates.render(
        new PageInput(TEMPLATE + variant, view, shell), new Surroundings("", fragments), out);
    return new String(out.array(), 0, out.size(), StandardCharsets.UTF_8);
  }

  record View(PageHead head, List<CountedRow> rows) implements PageView {}

  /// Counts how often a template reads it.
  record CountedRow(String text, AtomicInteger reads) {
    @Override
    public String text() {
      reads.incrementAndGet();
      return text;
    }
  }
}
