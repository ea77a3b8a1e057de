/// Tests of the records on topics and what is folded from them.
@NullMarked
package cepa.topic;

import org.jspecify.annotations.NullMarked;
