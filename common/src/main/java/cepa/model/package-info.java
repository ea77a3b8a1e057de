/// The domain: what Cepa knows of the Tor network at one moment. Immutable records over the JDK
/// only.
@NullMarked
package cepa.model;

import org.jspecify.annotations.NullMarked;
