/// Tests of the texts in golden files' sections.
@NullMarked
package cepa.standalone.facts.section;

import org.jspecify.annotations.NullMarked;
