package cepa.renderer.pages.schema;

import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import java.util.List;

/// What programs can read.
///
/// @param schemas of twins: the kind of page, leading to its schema
record SchemaView(PageHead head, List<Link> schemas) implements PageView {}
