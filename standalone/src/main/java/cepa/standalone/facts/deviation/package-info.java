/// Accepted differences from the reference, each with the reference's own rule.
@NullMarked
package cepa.standalone.facts.deviation;

import org.jspecify.annotations.NullMarked;
