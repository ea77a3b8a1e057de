package cepa.renderer.pages.glossary;

import cepa.renderer.pages.glossary.GlossaryView.Entry;
import cepa.renderer.pages.glossary.GlossaryView.Section;
import cepa.renderer.view.template.Messages;
import java.util.Arrays;
import java.util.List;

/// The documents as the messages have them.
record Texts(Messages messages) {

  String title(String document) {
    return text("document." + document + ".title");
  }

  String lead(String document) {
    return text("document." + document + ".lead");
  }

  List<Section> sections(String document) {
    return list("document." + document + ".sections").stream()
        .map(id -> new Section(id, text("section." + id + ".title"), entries(id)))
        .toList();
  }

  private List<Entry> entries(String section) {
    return list("section." + section + ".entries").stream()
        .map(id -> new Entry(id, text("entry." + id + ".name"), text("entry." + id + ".text")))
        .toList();
  }

  private List<String> list(String key) {
    return Arrays.asList(text(key).split(",\\s*", -1));
  }

  private String text(String key) {
    return messages.text("glossary." + key);
  }
}
