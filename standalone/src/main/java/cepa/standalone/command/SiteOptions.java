package cepa.standalone.command;

import cepa.standalone.Upstreams;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the site shows and where its data come from; named as the options of the reference program.
final class SiteOptions {

  /// Which sources are used.
  enum Apis {
    DETAILS,
    ALL
  }

  /// How rates are printed.
  enum Units {
    BITS,
    BYTES
  }

  @Option(
      names = "--onionoo-details-url",
      paramLabel = "URL",
      description = "Onionoo details (default: the public service).")
  private @Nullable URI detailsUrl;

  @Option(
      names = "--onionoo-uptime-url",
      paramLabel = "URL",
      description = "Onionoo uptime (default: the public service).")
  private @Nullable URI uptimeUrl;

  @Option(
      names = "--onionoo-bandwidth-url",
      paramLabel = "URL",
      description = "Onionoo bandwidth (default: the public service).")
  private @Nullable URI bandwidthUrl;

  @Option(
      names = "--aroi-url",
      paramLabel = "URL",
      description = "Operator validation, its latest.json (default: the public service).")
  private @Nullable URI aroiUrl;

  @Option(
      names = "--collector-url",
      paramLabel = "URL",
      description =
          "CollecTor: what stands before /recent/relay-descriptors/ (default: the public service).")
  private @Nullable URI collectorUrl;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      description = {
        "One address that stands in for all services, as ./cepa simulate does.",
        "Authorities are not probed then."
      })
  private @Nullable URI upstream;

  @Option(
      names = "--bandwidth-cache-hours",
      paramLabel = "N",
      description =
          "Taken for compatibility: documents are asked for whether they changed instead.")
  private @Nullable Integer bandwidthCacheHours;

  @Option(
      names = "--apis",
      paramLabel = "details|all",
      description = "Sources to use (default: ${DEFAULT-VALUE}).",
      defaultValue = "all")
  private Apis apis = Apis.ALL;

  @Option(
      names = "--filter-downtime",
      paramLabel = "DAYS",
      description =
          "Leave out relays offline for more days; 0 keeps all (default: ${DEFAULT-VALUE}).",
      defaultValue = "7")
  private int filterDowntime = 7;

  @Option(
      names = "--display-bandwidth-units",
      paramLabel = "bits|bytes",
      description = "How rates are printed (default: ${DEFAULT-VALUE}).",
      defaultValue = "bits")
  private Units units = Units.BITS;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Absolute URL the site will be reached under: canonical links, sitemap.")
  private @Nullable URI baseUrl;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Renderers working at the same time (default: number of cores).")
  private @Nullable Integer workers;

  @Option(
      names = "--accept-absurd",
      description = "Use snapshots that look absurd against the one before.")
  private boolean acceptAbsurd;

  /// These options as configuration.
  void into(Map<String, String> properties) {
    Upstreams upstreams =
        new Upstreams()
            .all(upstream)
            .source("onionoo-details", detailsUrl)
            .source("onionoo-uptime", uptimeUrl)
            .source("onionoo-bandwidth", bandwidthUrl)
            .source("aroi-validation", aroiUrl)
            .collector(collectorUrl);
    upstreams.into(properties);
    if (upstream != null) {
      properties.put("cepa.fetcher.sources", String.join(",", upstreams.urls().keySet()));
    }
    put(properties, "cepa.processor.base-url", baseUrl);
    put(properties, "cepa.renderer.workers", workers);
    properties.put("cepa.processor.filter-downtime-days", Integer.toString(filterDowntime));
    properties.put("cepa.processor.bandwidth-unit", units == Units.BITS ? "bits" : "bytes");
    properties.put("cepa.fetcher.accept-absurd", Boolean.toString(acceptAbsurd));
    if (apis == Apis.DETAILS) {
      properties.put("cepa.fetcher.sources", "onionoo-details");
      properties.put("cepa.processor.sources", "onionoo-details");
    }
  }

  /// Fails early on what would only be noticed after a long wait.
  void check() {
    if (workers != null && workers < 0) {
      throw new IllegalArgumentException("--workers must be 0 or more, not " + workers);
    }
    if (bandwidthCacheHours != null && bandwidthCacheHours < 0) {
      throw new IllegalArgumentException(
          "--bandwidth-cache-hours must be 0 or more, not " + bandwidthCacheHours);
    }
    for (URI url : new TreeSet<>(given())) {
      String scheme = url.getScheme();
      if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
        throw new IllegalArgumentException("Not an absolute http or https URL: " + url);
      }
    }
  }

  private Set<URI> given() {
    Set<URI> given = new TreeSet<>();
    for (URI url :
        new URI @Nullable [] {
          detailsUrl, uptimeUrl, bandwidthUrl, aroiUrl, collectorUrl, upstream, baseUrl
        }) {
      if (url != null) {
        given.add(url);
      }
    }
    return given;
  }

  private static void put(Map<String, String> properties, String key, @Nullable Object value) {
    if (value != null) {
      properties.put(key, value.toString());
    }
  }

  /// How long one attempt of all sources may take in a one-shot run.
  static final Duration FETCH_LIMIT = Duration.ofMinutes(30);
}
