/// What changed, `/changes/` by day, `/changes/<date>/` by snapshot and relay. From the memory of
/// relays and groups, so it reaches back [ChangeLog#DAYS] days and names what is still here. Reads
/// onionoo details.
@NullMarked
package cepa.renderer.pages.changes;

import org.jspecify.annotations.NullMarked;
