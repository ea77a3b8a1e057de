/// How the directory authorities are doing.
@NullMarked
package cepa.processor.analysis.authorities;

import org.jspecify.annotations.NullMarked;
