package cepa.renderer.pages.search;

import cepa.renderer.PageHead;
import cepa.renderer.PageView;

/// The search page and its frame hold nothing of the model.
///
/// @param index absolute path of the index's head
record SearchView(PageHead head, String index) implements PageView {}
