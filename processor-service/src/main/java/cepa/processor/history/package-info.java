/// What is remembered across snapshots: a fold over accepted details snapshots.
@NullMarked
package cepa.processor.history;

import org.jspecify.annotations.NullMarked;
