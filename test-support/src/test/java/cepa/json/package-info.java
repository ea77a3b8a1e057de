/// Tests of the JSON all services share.
@NullMarked
package cepa.json;

import org.jspecify.annotations.NullMarked;
