/// Tests of the broker in the process.
@NullMarked
package cepa.standalone.broker.kafka;

import org.jspecify.annotations.NullMarked;
