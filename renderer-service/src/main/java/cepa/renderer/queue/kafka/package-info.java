/// The queue of assignments on Kafka: a share group from which every worker takes one record at a
/// time, and the topic of results.
@NullMarked
package cepa.renderer.queue.kafka;

import org.jspecify.annotations.NullMarked;
