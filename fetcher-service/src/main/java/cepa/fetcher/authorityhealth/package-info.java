/// The source `authority-health`: whether the directory authorities can be connected to, found out
/// here by connecting.
@NullMarked
package cepa.fetcher.authorityhealth;

import org.jspecify.annotations.NullMarked;
