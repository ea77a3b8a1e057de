/// The two kinds of failure every service distinguishes: trying again may help, or it cannot.
@NullMarked
package cepa.error;

import org.jspecify.annotations.NullMarked;
