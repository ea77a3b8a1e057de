/// A small HTTP/1.1 server of our own: unlike the ready-made ones it can misbehave on purpose,
/// which is half of what a simulator is for.
@NullMarked
package cepa.simulator.http;

import org.jspecify.annotations.NullMarked;
