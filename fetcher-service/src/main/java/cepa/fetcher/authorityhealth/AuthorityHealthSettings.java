package cepa.fetcher.authorityhealth;

import cepa.fetcher.FeedSettings;
import cepa.fetcher.RetryPolicy;
import cepa.fetcher.TransferLimits;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of the source `authority-health`.
///
/// @param authorities where to connect: `nickname=address:port` each; an address of IPv6 in
///   brackets. Names are resolved if given in place of addresses, and nothing else ever is
/// @param cadence time between two rounds of probes
/// @param retryCadence time from the first failed attempt to the next; doubles up to `cadence`. An
///   authority that is offline is no failure
/// @param freshFor data older than this is stale
/// @param usableFor data older than this is as good as none
/// @param probeTimeout longest time for a connection to stand; at most a minute
/// @param totalTimeout longest time for a round, resolving of names included
@Validated
@ConfigurationProperties("cepa.fetcher.authority-health")
public record AuthorityHealthSettings(
    @DefaultValue({
          "moria1=128.31.0.39:9131",
          "tor26=86.59.21.38:80",
          "dizum=45.66.33.45:80",
          "gabelmoo=131.188.40.189:80",
          "bastet=204.13.164.118:80",
          "dannenberg=193.23.244.244:80",
          "maatuska=171.25.193.9:443",
          "longclaw=199.58.81.140:80",
          "faravahar=154.35.175.225:80"
        })
        List<String> authorities,
    @DefaultValue("10m") Duration cadence,
    @DefaultValue("2m") Duration retryCadence,
    @DefaultValue("30m") Duration freshFor,
    @DefaultValue("1h") Duration usableFor,
    @DefaultValue("10s") Duration probeTimeout,
    @DefaultValue("15s") Duration totalTimeout) {

  /// Names the source, not one of its endpoints: a list that changes is still the same source.
  private static final URI ENDPOINT = URI.create("tcp:directory-authorities");

  /// Then systems give up by themselves, and tell it in other words.
  private static final Duration MAX_PROBE = Duration.ofMinutes(1);

  /// More than that can only be a mistake.
  private static final int MAX_AUTHORITIES = 100;

  public AuthorityHealthSettings {
    authorities = List.copyOf(authorities);
    if (authorities.isEmpty() || authorities.size() > MAX_AUTHORITIES) {
      throw new IllegalArgumentException(
          "authorities must name 1 to "
              + MAX_AUTHORITIES
              + ", not "
              + authorities.size()
              + "; to fetch without this source list the others in cepa.fetcher.sources");
    }
    Set<String> names = new HashSet<>();
    for (String authority : authorities) {
      String name = AuthorityEndpoint.parse(authority).name();
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("authorities names '" + name + "' twice");
      }
    }
    if (!probeTimeout.isPositive() || probeTimeout.compareTo(MAX_PROBE) > 0) {
      throw new IllegalArgumentException(
          "probe-timeout must be longer than zero and at most "
              + MAX_PROBE
              + ", not "
              + probeTimeout);
    }
    if (totalTimeout.compareTo(probeTimeout) < 0) {
      throw new IllegalArgumentException(
          "total-timeout ("
              + totalTimeout
              + ") must not be shorter than probe-timeout ("
              + probeTimeout
              + ")");
    }
  }

  /// Where to connect, in the given order.
  List<AuthorityEndpoint> endpoints() {
    return authorities.stream().map(AuthorityEndpoint::parse).toList();
  }

  /// No transfer is limited and no try repeated by these: a probe has neither body nor second
  /// chance.
  FeedSettings feed() {
    return new FeedSettings(
        ENDPOINT,
        cadence,
        retryCadence,
        freshFor,
        usableFor,
        new TransferLimits(probeTimeout, totalTimeout, Long.MAX_VALUE),
        new RetryPolicy(0, probeTimeout, probeTimeout));
  }
}
