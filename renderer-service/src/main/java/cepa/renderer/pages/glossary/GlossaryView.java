package cepa.renderer.pages.glossary;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import java.util.List;

/// A document of explanations. It holds the texts themselves, so that its twin is of use, too.
///
/// @param others the other documents
record GlossaryView(
    PageHead head, String title, String lead, List<Link> others, List<Section> sections)
    implements PageView {

  /// @param id anchor, unique in the document
  record Section(String id, String title, List<Entry> entries) {}

  /// @param id anchor, unique in all documents: links of the site and the web know it
  record Entry(String id, String name, String text) {}
}
