package cepa.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How the edge serves.
///
/// @param port port readers connect to; 0 takes a free one
/// @param address address to listen on; all of the machine if not set
/// @param poll how often the live pointer is looked at, 100 ms or more
/// @param cache memory for packs and assets, 1 MB or more
/// @param previews builds kept ready for preview hosts, 1..
/// @param previewSuffix host names `<build id><suffix>` show that build
/// @param hsts how long browsers must come back by TLS only; 0 sends no such header
/// @param onionLocation origin of the same site as an onion service, e.g. `http://abc….onion`
/// @param cdnCacheControl `CDN-Cache-Control` of pages; empty sends none
@Validated
@ConfigurationProperties("cepa.edge")
public record EdgeProperties(
    @Min(0) @Max(65_535) @DefaultValue("8080") int port,
    @Nullable InetAddress address,
    @NotNull @DefaultValue("1s") Duration poll,
    @NotNull @DefaultValue("128MB") DataSize cache,
    @Min(1) @DefaultValue("4") int previews,
    @Pattern(regexp = "\\.[a-z0-9.-]+") @DefaultValue(".preview.localhost") String previewSuffix,
    @NotNull @DefaultValue("0s") Duration hsts,
    @Nullable URI onionLocation,
    @Pattern(regexp = "[ -~]*")
        @DefaultValue("public, max-age=1800, stale-while-revalidate=3600, stale-if-error=86400")
        String cdnCacheControl) {

  public EdgeProperties {
    require(poll.compareTo(Duration.ofMillis(100)) >= 0, "cepa.edge.poll must be 100ms or more");
    require(cache.toMegabytes() >= 1, "cepa.edge.cache must be 1MB or more");
    require(!hsts.isNegative(), "cepa.edge.hsts must not be negative");
    require(
        onionLocation == null || isOnionOrigin(onionLocation),
        "cepa.edge.onion-location must be an origin such as http://example.onion, without a path");
  }

  private static boolean isOnionOrigin(URI uri) {
    String host = uri.getHost();
    return host != null
        && host.endsWith(".onion")
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
