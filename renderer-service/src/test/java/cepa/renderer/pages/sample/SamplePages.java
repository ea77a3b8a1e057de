package cepa.renderer.pages.sample;

import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.template.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What a new family consists of: this class, its view, `sample.peb` beside it, and its words in
/// `messages.properties` among the resources.
@Component
final class SamplePages implements PageFamily {

  @Override
  public String id() {
    return "sample";
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return Stream.of(
        new SitePath.Page(
            "/sample/", "cepa/renderer/pages/sample/sample", false, () -> view(context)));
  }

  private static PageView view(PageContext context) {
    Messages texts = Messages.of(context);
    var head =
        new PageHead(
            texts.text("sample.title"),
            texts.text("sample.description"),
            "",
            List.of(),
            false,
            List.of());
    return new SampleView(head, context.model().relays().size());
  }

  /// @param relays relays of the model
  record SampleView(PageHead head, int relays) implements PageView {}
}
