package cepa.model;

import org.jspecify.annotations.Nullable;

/// What the site's owner chose and pages depend on. Part of the model, so a change makes a new
/// model.
///
/// @param baseUrl absolute URL the site is reached under, without a trailing slash; null if not
///   known: then pages carry no canonical links and the sitemap is left out
/// @param bandwidthUnit how rates are printed, on the whole site
/// @param filterDowntimeDays a relay not running and not seen for more days than this is left out;
///   0 or less keeps all
public record SiteSettings(
    @Nullable String baseUrl, BandwidthUnit bandwidthUnit, int filterDowntimeDays) {

  /// Bits (Kbit/s, Mbit/s, Gbit/s) or bytes (KB/s, MB/s, GB/s), both with decimal prefixes.
  public enum BandwidthUnit {
    BITS,
    BYTES
  }
}
