/// CollecTor's server descriptors of the last day: which family keys each relay declares.
@NullMarked
package cepa.processor.source.collectordescriptors;

import org.jspecify.annotations.NullMarked;
