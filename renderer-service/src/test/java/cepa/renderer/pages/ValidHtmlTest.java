package cepa.renderer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Every page, hostile ones included, before the W3C's own checker.
class ValidHtmlTest {

  @Test
  void everyPage_isValid() throws Exception {
    var problems = new Problems();
    var validator = new SimpleDocumentValidator(false);
    validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", problems);
    validator.setUpValidatorAndParsers(problems, true, false);
    RelayBuilder[] many =
        IntStream.range(0, 501)
            .mapToObj(i -> Networks.aRelay().nickname("n" + i))
            .toArray(RelayBuilder[]::new);
    for (RenderedSite site :
        List.of(
            RenderedSite.of(SampleNetworks.hostile()),
            RenderedSite.of(Networks.aNetwork()),
            RenderedSite.of(Networks.aNetwork().with(many)))) {
      check(site, validator, problems);
    }
    assertThat(problems.found).isEmpty();
  }

  private static void check(RenderedSite site, SimpleDocumentValidator validator, Problems problems)
      throws IOException, SAXException {
    int relays = 0;
    for (var page : site.pages().entrySet()) {
      // The last of five hundred equal relays says no more than the first ones.
      if (page.getKey().startsWith("/relay/") && ++relays > 10) {
        continue;
      }
      problems.page = page.getKey();
      var source = new InputSource(new ByteArrayInputStream(page.getValue()));
      source.setEncoding("UTF-8");
      validator.checkHtmlInputSource(source);
    }
  }

  /// Errors only: warnings are matters of taste.
  private static final class Problems implements ErrorHandler {
    private final List<String> found = new ArrayList<>();
    private String page = "";

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      found.add(page + ":" + e.getLineNumber() + " " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
