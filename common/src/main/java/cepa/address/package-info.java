/// Internet addresses and ranges of them, read without asking anybody.
@NullMarked
package cepa.address;

import org.jspecify.annotations.NullMarked;
