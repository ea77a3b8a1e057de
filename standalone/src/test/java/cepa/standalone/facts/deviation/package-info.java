/// Tests of the reference's rules.
@NullMarked
package cepa.standalone.facts.deviation;

import org.jspecify.annotations.NullMarked;
