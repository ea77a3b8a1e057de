/// Tor's directory documents line by line: what consensus, votes and other documents have in
/// common. Nothing here trusts a line, and no line is a reason to lose another.
@NullMarked
package cepa.processor.directory;

import org.jspecify.annotations.NullMarked;
