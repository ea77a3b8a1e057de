/// A source's part of the log: its snapshots published in transactions, its state read back.
@NullMarked
package cepa.fetcher.kafka;

import org.jspecify.annotations.NullMarked;
