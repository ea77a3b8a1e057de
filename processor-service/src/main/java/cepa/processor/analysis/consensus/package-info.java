/// What votes and consensus say of every relay, beside the relays.
@NullMarked
package cepa.processor.analysis.consensus;

import org.jspecify.annotations.NullMarked;
