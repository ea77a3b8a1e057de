/// CollecTor's newest vote of every directory authority: what each thinks of each relay.
@NullMarked
package cepa.processor.source.collectorvotes;

import org.jspecify.annotations.NullMarked;
