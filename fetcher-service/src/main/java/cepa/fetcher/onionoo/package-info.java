/// What all Onionoo documents have in common: the envelope, one object a relay, and which of two
/// snapshots is absurd against the other.
@NullMarked
package cepa.fetcher.onionoo;

import org.jspecify.annotations.NullMarked;
