/// Takes assignments one by one and decides what becomes of each: rendered and reported, passed
/// over, or handed back. Knows nothing of Kafka, so that tests and tools can use it without.
@NullMarked
package cepa.renderer.queue;

import org.jspecify.annotations.NullMarked;
