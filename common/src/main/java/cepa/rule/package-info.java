/// Named exceptions from the architecture rules, each with its reason.
@NullMarked
package cepa.rule;

import org.jspecify.annotations.NullMarked;
