package cepa.fetcher;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What holds for all sources.
///
/// @param sources ids of the sources to fetch; empty for all there are
/// @param schedule whether sources are fetched on their own; off where only [Fetchers#fetchOnce] is
///   used
/// @param acceptAbsurd whether snapshots that would go to quarantine are used at once
/// @param spoolDirectory where documents lie while they are checked; needs room for one document of
///   each source; `cepa-spool` in the system's temporary directory by default
/// @param connectTimeout longest time to connect to an upstream
/// @param userAgent how upstreams see us; add a contact, so that they can say when something is
///   wrong
@Validated
@ConfigurationProperties("cepa.fetcher")
public record FetcherSettings(
    @DefaultValue List<String> sources,
    @DefaultValue("true") boolean schedule,
    @DefaultValue("false") boolean acceptAbsurd,
    @Nullable Path spoolDirectory,
    @DefaultValue("20s") Duration connectTimeout,
    @NotBlank @DefaultValue("Cepa") String userAgent) {

  public FetcherSettings {
    sources = List.copyOf(sources);
    spoolDirectory =
        spoolDirectory == null
            ? Path.of(System.getProperty("java.io.tmpdir"), "cepa-spool")
            : spoolDirectory;
    FeedSettings.requirePositive("connect-timeout", connectTimeout);
    if (userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("user-agent must be printable ASCII");
    }
  }

  /// Where documents lie while they are checked.
  @Override
  public Path spoolDirectory() {
    return Objects.requireNonNull(spoolDirectory);
  }
}
