/// The records on each Kafka topic, and the topics' names, partitions and retention.
///
/// Records change by addition only: a component never changes meaning or unit, readers ignore
/// unknown components and default missing ones.
@NullMarked
package cepa.topic;

import org.jspecify.annotations.NullMarked;
