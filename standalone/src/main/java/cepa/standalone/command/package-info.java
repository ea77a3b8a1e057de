/// The commands of ./cepa; thin, the work is done by what they call.
@NullMarked
package cepa.standalone.command;

import org.jspecify.annotations.NullMarked;
