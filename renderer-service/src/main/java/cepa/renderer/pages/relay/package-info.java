/// A relay, `/relay/<fingerprint>/`: how it does, what to mend, its history, its facts, what
/// changed. Reads onionoo details and onionoo uptime.
@NullMarked
package cepa.renderer.pages.relay;

import org.jspecify.annotations.NullMarked;
