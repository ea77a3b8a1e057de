/// Tests on a broker in this process.
@NullMarked
package cepa.processor.kafka;

import org.jspecify.annotations.NullMarked;
