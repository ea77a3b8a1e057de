/// Tests of builds.
@NullMarked
package cepa.processor.build;

import org.jspecify.annotations.NullMarked;
