/// A relay, `/relay/<fingerprint>/`: how it does, what to mend, its history, its facts, what the
/// authorities vote on it, what changed. Reads onionoo details, uptime and bandwidth, votes,
/// consensus and descriptors of CollecTor, and the proofs of operators.
@NullMarked
package cepa.renderer.pages.relay;

import org.jspecify.annotations.NullMarked;
