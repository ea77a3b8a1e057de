/// Facts of a model in the layout of a golden file, and their comparison with one.
@NullMarked
package cepa.standalone.facts;

import org.jspecify.annotations.NullMarked;
