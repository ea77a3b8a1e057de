/// The sections of a golden file: how the model says what each of them holds.
@NullMarked
package cepa.standalone.facts.section;

import org.jspecify.annotations.NullMarked;
