/// What tests of sources share.
@NullMarked
package cepa.processor.source;

import org.jspecify.annotations.NullMarked;
