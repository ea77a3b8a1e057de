package cepa.standalone;

import cepa.simulator.UpstreamSimulator;
import cepa.simulator.authorityhealth.AuthorityHealthSource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where sources come from, as configuration.
public final class Upstreams {

  /// Directory of each CollecTor source below `recent/relay-descriptors/`, by source.
  private static final Map<String, String> COLLECTOR =
      Map.of(
          "collector-consensus", "consensuses",
          "collector-votes", "votes",
          "collector-bandwidths", "bandwidths",
          "collector-descriptors", "server-descriptors");

  private final Map<String, URI> urls = new TreeMap<>();

  /// Every source of a simulator, its authorities' ports included, asked that often.
  public static Map<String, String> simulated(UpstreamSimulator upstream, Duration cadence) {
    Map<String, String> properties = new TreeMap<>();
    Upstreams upstreams = new Upstreams().all(upstream.baseUrl());
    upstreams.into(properties);
    properties.put("cepa.fetcher.authority-health.authorities", authorities(upstream));
    Stream.concat(upstreams.urls.keySet().stream(), Stream.of("authority-health"))
        .forEach(source -> {
          properties.put("cepa.fetcher." + source + ".cadence", cadence.toString());
          properties.put("cepa.fetcher." + source + ".retry-cadence", cadence.toString());
        });
    return properties;
  }

  /// Where the simulated authorities listen, as the fetcher's configuration has it.
  private static String authorities(UpstreamSimulator upstream) {
    AuthorityHealthSource ports = upstream.sources().get(AuthorityHealthSource.class);
    return new TreeMap<>(ports.open())
        .entrySet().stream()
            .map(port -> port.getKey() + "=127.0.0.1:" + port.getValue().getPort())
            .collect(Collectors.joining(","));
  }

  /// @param url null leaves the default
  public Upstreams source(String source, @Nullable URI url) {
    if (url != null) {
      urls.put(source, url);
    }
    return this;
  }

  /// @param base what stands before `/recent/relay-descriptors/`; null leaves the default
  public Upstreams collector(@Nullable URI base) {
    if (base != null) {
      COLLECTOR.forEach((source, directory) ->
          urls.put(source, below(base, "recent/relay-descriptors/" + directory + "/")));
    }
    return this;
  }

  /// One address that stands in for all services, as the simulator does.
  public Upstreams all(@Nullable URI base) {
    return base == null
        ? this
        : source("onionoo-details", below(base, "details"))
            .source("onionoo-uptime", below(base, "uptime"))
            .source("onionoo-bandwidth", below(base, "bandwidth"))
            .source("aroi-validation", below(base, "latest.json"))
            .collector(base);
  }

  /// The sources whose addresses were given.
  public Map<String, URI> urls() {
    return new TreeMap<>(urls);
  }

  public void into(Map<String, String> properties) {
    urls.forEach(
        (source, url) -> properties.put("cepa.fetcher." + source + ".url", url.toString()));
  }

  private static URI below(URI base, String path) {
    String text = base.toString();
    return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
  }
}
