package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// Whatever strangers write, a page keeps its shape: that of a relay with harmless text.
class RandomTextTest {

  private static final int RELAYS = 250;
  private static final int LENGTH = 40;

  /// Characters that have a meaning somewhere, drawn more often than chance would.
  private static final String SPECIAL =
      "<>&\"'`=/\\{}%#$[]()!-;:\u0000\u001B\r\n\t\u2028\u202E\u200B\uD800\uDC00";

  private final Random random = new Random(42);

  @Test
  void randomText_leavesThePagesAsTheyAre() {
    RenderedSite harmless = site(() -> "x");
    RenderedSite random = site(this::text);

    Map<String, List<String>> shapes = shapes(harmless);
    Map<String, List<String>> actual = shapes(random);
    assertThat(actual.keySet()).isEqualTo(shapes.keySet());
    shapes.forEach((path, shape) -> assertThat(actual.get(path)).as(path).isEqualTo(shape));
  }

  /// By path; an operator's by that of its only relay, as the text is in its key.
  private static Map<String, List<String>> shapes(RenderedSite site) {
    Map<String, List<String>> shapes = new TreeMap<>();
    for (String path : site.pages().keySet()) {
      Document page = site.page(path);
      String name =
          path.startsWith("/contact/")
              ? "/contact" + page.select("table.relays tbody a").attr("href")
              : path;
      shapes.put(name, shape(page));
    }
    return shapes;
  }

  private static RenderedSite site(Supplier<String> text) {
    NetworkBuilder network = Networks.aNetwork();
    for (int i = 0; i < RELAYS; i++) {
      network.with(relay(i, text));
    }
    return RenderedSite.of(network);
  }

  private static RelayBuilder relay(int number, Supplier<String> text) {
    return Networks.aRelay()
        .fingerprint(Fingerprint.of(String.format(Locale.ROOT, "%040X", number)))
        .nickname(text.get())
        .at(new Relay.Place("DE", text.get(), text.get(), text.get(), null, null))
        .network("AS" + (number + 1), text.get())
        .addresses(
            new Relay.Addresses(
                List.of(text.get()),
                List.of(text.get()),
                text.get(),
                List.of(text.get()),
                List.of(text.get()),
                List.of(text.get())))
        .software(
            new Relay.Software(text.get(), "Linux", number + " " + text.get(), null, text.get()))
        .exitPolicy(
            new Relay.ExitPolicy(
                List.of(text.get()), new Relay.PortSummary(true, List.of(text.get())), null))
        .contact(number + " " + text.get());
  }

  /// Begins with a letter, so that something is left to show.
  private String text() {
    var text = new StringBuilder("x");
    for (int i = random.nextInt(LENGTH); i > 0; i--) {
      if (random.nextBoolean()) {
        text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
      } else {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  private static List<String> shape(Document page) {
    return page.getAllElements().stream()
        .map(element ->
            element.tagName() + element.attributes().asList().size() + element.className())
        .toList();
  }
}
