/// How reliably the relays of each operator serve.
@NullMarked
package cepa.processor.analysis.reliability;

import org.jspecify.annotations.NullMarked;
