/// Tests of builds written as plain files.
@NullMarked
package cepa.build.flat;

import org.jspecify.annotations.NullMarked;
