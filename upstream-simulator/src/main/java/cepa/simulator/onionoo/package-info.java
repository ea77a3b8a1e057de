/// What the documents of Onionoo have in common: the envelope and the history graphs.
@NullMarked
package cepa.simulator.onionoo;

import org.jspecify.annotations.NullMarked;
