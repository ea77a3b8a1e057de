package cepa.processor.analysis.consensus;

import cepa.model.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The voting authorities the site is configured with: `voters.csv` beside this class.
///
/// @param rows in the table's order
record VoterTable(List<Row> rows) {

  private static final String RESOURCE = "voters.csv";

  /// @param identity v3 identity
  /// @param name nickname, lower case
  /// @param country two upper-case letters
  record Row(Fingerprint identity, String name, String country) {}

  static VoterTable configured() {
    try (InputStream in = VoterTable.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path: rebuild");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE + ": rebuild", e);
    }
  }

  /// @throws IllegalArgumentException naming the line that makes no sense
  static VoterTable of(String table) {
    return new VoterTable(
        table
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(VoterTable::row)
            .toList());
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    Fingerprint identity = cells.length == 3 ? Fingerprint.parse(cells[0].strip()) : null;
    if (identity == null) {
      throw new IllegalArgumentException(
          RESOURCE + ": `" + line + "` is not `identity,nickname,country`");
    }
    return new Row(identity, cells[1].strip().toLowerCase(Locale.ROOT), cells[2].strip());
  }
}
