/// How services reach Kafka: clients from one set of settings, topics from code, ordered topics
/// followed, snapshots loaded by manifest.
@NullMarked
package cepa.topic.kafka;

import org.jspecify.annotations.NullMarked;
