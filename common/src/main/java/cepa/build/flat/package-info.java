/// A finished build as plain files, for hosts that know nothing of packs: only what differs is
/// written, leaves first, what is no longer part of the site is deleted last.
@NullMarked
package cepa.build.flat;

import org.jspecify.annotations.NullMarked;
