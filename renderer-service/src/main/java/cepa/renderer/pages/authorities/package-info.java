/// Directory authorities, `/misc/authorities.html`: whether they vote, answer and agree, and the
/// thresholds they give flags by. Reads onionoo details and uptime, votes, the consensus, bandwidth
/// files and probes.
@NullMarked
package cepa.renderer.pages.authorities;

import org.jspecify.annotations.NullMarked;
