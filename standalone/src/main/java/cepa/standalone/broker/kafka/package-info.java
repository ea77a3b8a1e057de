/// A Kafka broker inside the process, its log kept across restarts.
@NullMarked
package cepa.standalone.broker.kafka;

import org.jspecify.annotations.NullMarked;
