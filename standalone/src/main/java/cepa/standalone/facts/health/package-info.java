/// How the network is doing, in the words of golden files.
@NullMarked
package cepa.standalone.facts.health;

import org.jspecify.annotations.NullMarked;
