/// CollecTor's newest file of every bandwidth scanner.
@NullMarked
package cepa.processor.source.collectorbandwidths;

import org.jspecify.annotations.NullMarked;
