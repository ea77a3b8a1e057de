package cepa.address;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Addresses that are not of the public internet (relay-model 10). The table is written out because
/// platforms differ in what they call private; 100.64.0.0/10 is public here.
public final class PrivateAddresses {

  public static final List<IpRange> RANGES =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/29",
              "192.0.0.170/31",
              "192.0.2.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "240.0.0.0/4",
              "::/128",
              "::1/128",
              "::ffff:0:0/96",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "fc00::/7",
              "fe80::/10")
          .map(range -> Objects.requireNonNull(IpRange.parse(range), range))
          .toList();

  private PrivateAddresses() {}

  public static boolean contains(IpAddress address) {
    return RANGES.stream().anyMatch(range -> range.contains(address));
  }
}
