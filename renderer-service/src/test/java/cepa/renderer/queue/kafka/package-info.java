/// Tests of the queue against a broker in this process.
@NullMarked
package cepa.renderer.queue.kafka;

import org.jspecify.annotations.NullMarked;
