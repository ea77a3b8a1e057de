package cepa.processor.analysis.authorities;

import cepa.model.Fingerprint;
import cepa.model.consensus.Authorities.Scanner;
import cepa.processor.analysis.consensus.ScannerFiles;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the headers of bandwidth files say of their scanners (sources 8.3).
final class Scanners {

  private final ScannerFiles files;

  Scanners(ScannerFiles files) {
    this.files = files;
  }

  /// The scanner of an authority; null if no file is known to be its.
  @Nullable Scanner of(Fingerprint voter) {
    ScannerFiles.Attributed attributed = files.byVoter().get(voter);
    if (attributed == null) {
      return null;
    }
    Map<String, String> headers = attributed.file().headers();
    return new Scanner(
        headers.get("software"),
        headers.get("software_version"),
        time(headers.get("file_created")),
        time(headers.get("latest_bandwidth")),
        headers.get("scanner_country"),
        count(headers.get("number_eligible_relays")),
        attributed.file().relays(),
        attributed.by());
  }

  /// `YYYY-MM-DDThh:mm:ss`, UTC.
  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Integer count(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }
}
