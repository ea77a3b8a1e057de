package cepa.edge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Any finished build under a host name of its own, loaded when someone asks; the last few stay.
final class Previews {

  private static final Pattern BUILD = Pattern.compile("\\d{8}t\\d{6}z-[0-9a-f]{6}");

  private final String suffix;
  private final SingleFlight<Site> sites;

  Previews(SiteLoader loader, EdgeProperties properties) {
    this.suffix = properties.previewSuffix();
    this.sites = new SingleFlight<>(properties.previews(), (build, site) -> 1, loader::load);
  }

  /// Whether requests to this host are for a preview.
  boolean isPreviewHost(@Nullable String host) {
    return host != null && name(host).endsWith(suffix);
  }

  /// The build a preview host stands for; empty if there is none.
  ///
  /// @throws cepa.error.CepaException if it cannot be loaded now
  Optional<Site> site(String host) {
    String name = name(host);
    String build = name.substring(0, name.length() - suffix.length());
    return BUILD.matcher(build).matches() ? sites.get(build) : Optional.empty();
  }

  private static String name(String host) {
    int port = host.lastIndexOf(':');
    return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }
}
