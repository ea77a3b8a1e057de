/// How documents are written: text straight to bytes, timestamps, and JSON records.
@NullMarked
package cepa.simulator.document;

import org.jspecify.annotations.NullMarked;
