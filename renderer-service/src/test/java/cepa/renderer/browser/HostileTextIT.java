package cepa.renderer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.renderer.pages.RenderedSite;
import cepa.renderer.pages.SampleNetworks;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every attack string in every text that strangers write: a real browser builds the same tree from
/// the page as from that of a harmless network, and nothing runs (escaping.md 6).
@Tag("browser")
class HostileTextIT {

  /// The tree: names, classes and the attributes' names, but not what they say.
  private static final String TREE =
      "() => [...document.querySelectorAll('*')].map(e => e.tagName + '.' + (e.getAttribute('class')"
          + " ?? '') + [...e.attributes].map(a => a.name).sort().join(',') + '^'"
          + " + (e.parentElement ? e.parentElement.tagName : ''))";

  private static final String RUNS =
      "() => document.querySelectorAll('script, iframe, object, embed, base, style, [style],"
          + " img, [onclick], [onerror], [onmouseover], [onload]').length";

  @Test
  void attack_leavesEveryPageAsItIs() throws IOException {
    RenderedSite harmless = site(i -> "x " + i);
    RenderedSite hostile = site(HostileTextIT::attack);
    UnaryOperator<String> counterpart = counterparts();
    assertThat(harmless.pages().keySet().stream().map(counterpart))
        .containsExactlyInAnyOrderElementsOf(hostile.pages().keySet());
    List<String> complaints = new ArrayList<>();
    try (var chromium = new Chromium();
        var good = new SiteServer().with(harmless);
        var bad = new SiteServer().with(hostile);
        Page page = chromium.page(1366, true, ColorScheme.LIGHT)) {
      page.onDialog(dialog -> {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
      });
      page.onConsoleMessage(message -> complaints.add(page.url() + ": " + message.text()));
      for (String path : harmless.pages().keySet()) {
        if (path.startsWith("/search/")) {
          continue;
        }
        page.navigate(good.url(path));
        Object expected = page.evaluate(TREE);
        page.navigate(bad.url(counterpart.apply(path)));
        assertThat(page.evaluate(TREE)).as(path).isEqualTo(expected);
        assertThat(page.evaluate(RUNS)).as(path).isEqualTo(0);
      }
    }
    assertThat(complaints).isEmpty();
  }

  /// The hostile site's path for one of the harmless site: an operator's key follows from the text.
  private static UnaryOperator<String> counterparts() {
    Map<String, String> keys = new HashMap<>();
    List<String> attacks = SampleNetworks.ATTACKS;
    for (int i = 0; i < attacks.size(); i++) {
      keys.put(Contact.of(i + " x " + i).operator(), Contact.of(i + " " + attack(i)).operator());
    }
    return path -> {
      String[] segments = path.split("/", -1);
      if (segments.length > 2 && keys.containsKey(segments[2])) {
        segments[2] = keys.getOrDefault(segments[2], "");
      }
      return String.join("/", segments);
    };
  }

  private static String attack(int number) {
    return "x " + SampleNetworks.ATTACKS.get(number);
  }

  /// A relay an attack, with it in every text.
  private static RenderedSite site(IntFunction<String> text) {
    NetworkBuilder network = Networks.aNetwork();
    List<String> attacks = SampleNetworks.ATTACKS;
    for (int i = 0; i < attacks.size(); i++) {
      network.with(relay(i, text.apply(i)));
    }
    return RenderedSite.of(network);
  }

  private static RelayBuilder relay(int number, String text) {
    return Networks.aRelay()
        .fingerprint(Fingerprint.of(String.format(Locale.ROOT, "%040X", number)))
        .nickname(text)
        .at(new Relay.Place("DE", text, text, text, null, null))
        .network("AS" + (number + 1), text)
        .addresses(
            new Relay.Addresses(
                List.of(text), List.of(text), text, List.of(text), List.of(text), List.of(text)))
        .software(new Relay.Software(text, "Linux", text, null, text))
        .exitPolicy(
            new Relay.ExitPolicy(List.of(text), new Relay.PortSummary(true, List.of(text)), null))
        .contact(number + " " + text)
        .changed(new RelayChange(Networks.AS_OF, RelayChange.Kind.NICKNAME, text, text));
  }
}
