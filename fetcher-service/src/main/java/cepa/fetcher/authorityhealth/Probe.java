package cepa.fetcher.authorityhealth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What connecting to an authority showed; a record on `cepa.snapshot.authority-health` (key: the
/// name in lower case).
///
/// @param name nickname of the authority, as configured
/// @param address where the connection was tried, as configured
/// @param port 1..65535
/// @param online whether the connection stood
/// @param latencyMs milliseconds until it stood, 0.., in tenths; null unless online
/// @param error why it did not stand: one of the words below; null if online
/// @param checkedAt when the round of probes began
record Probe(
    String name,
    String address,
    int port,
    boolean online,
    @Nullable Double latencyMs,
    @Nullable String error,
    Instant checkedAt) {

  /// The other side answered that nobody listens.
  static final String REFUSED = "refused";

  /// Nothing came within the time allowed.
  static final String TIMEOUT = "timeout";

  /// No way leads there from here.
  static final String UNREACHABLE = "unreachable";

  /// A name was configured and has no address.
  static final String UNRESOLVED = "unresolved";

  private static final double NANOS_PER_TENTH = 100_000;

  static Probe online(AuthorityEndpoint at, long nanos, Instant checkedAt) {
    double latency = Math.round(nanos / NANOS_PER_TENTH) / 10.0;
    return new Probe(at.name(), at.address(), at.port(), true, latency, null, checkedAt);
  }

  static Probe offline(AuthorityEndpoint at, String error, Instant checkedAt) {
    return new Probe(at.name(), at.address(), at.port(), false, null, error, checkedAt);
  }
}
