/// Tests of reading uptime.
@NullMarked
package cepa.processor.source.onionoouptime;

import org.jspecify.annotations.NullMarked;
