/// Tests of reading relays, and relays for the tests of others.
@NullMarked
package cepa.processor.source.onionoodetails;

import org.jspecify.annotations.NullMarked;
