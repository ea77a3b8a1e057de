/// The processor's own way onto Kafka: plans and events in transactions.
@NullMarked
package cepa.processor.kafka;

import org.jspecify.annotations.NullMarked;
