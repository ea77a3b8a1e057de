/// Serves the live build: one path, one route, one range of a pack.
///
/// ```
/// live.json ──poll──► LiveSite ──► Site (build + RouteTable)        one volatile field, swapped whole
///                                    │
/// request ─► EdgeServlet ─► Exchange ┴► Router ─► Decision ─► PageSender ─► PackCache ─► object store
/// ```
///
/// A request takes its site once and never looks again, so what it answers comes of one build.
@NullMarked
package cepa.edge;

import org.jspecify.annotations.NullMarked;
