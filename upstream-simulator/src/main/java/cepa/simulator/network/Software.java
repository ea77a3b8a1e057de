package cepa.simulator.network;

/// The version a relay runs and on what.
///
/// @param version as in `Tor 0.4.8.21`, without the name
/// @param status as the details document tells it: `recommended`, `obsolete`, `new in series` …
/// @param recommended whether the authorities recommend the version
public record Software(String version, String status, boolean recommended, String platform) {

  /// As a server descriptor names it.
  public String platformLine() {
    return "Tor " + version + " on " + platform;
  }

  /// Whether this version knows family keys.
  public boolean knowsFamilyKeys() {
    return version.startsWith("0.4.9") || version.startsWith("0.5");
  }
}
