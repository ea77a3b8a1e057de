package cepa.processor.analysis.consensus;

import cepa.model.Relay;
import cepa.model.consensus.VoteColumns;
import cepa.processor.directory.RouterColumns;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies a vote's rows to base order.
final class VoteTranscript {

  private final List<Relay> relays;
  private final VotesData data;
  private final ScannerFiles files;

  VoteTranscript(List<Relay> relays, VotesData data, ScannerFiles files) {
    this.relays = relays;
    this.data = data;
    this.files = files;
  }

  VoteColumns of(Vote vote) {
    var columns =
        new VoteColumns(
            new long[relays.size()],
            unknown(),
            unknown(),
            unknown(),
            unknown(),
            unknown(),
            unknown(),
            unknown(),
            new long[relays.size()]);
    Arrays.fill(columns.flags(), VoteColumns.UNKNOWN);
    Arrays.fill(columns.published(), VoteColumns.UNKNOWN);
    ScannerFiles.Attributed file = files.byVoter().get(vote.identity());
    RouterColumns routers = vote.routers();
    for (int i = 0; i < relays.size(); i++) {
      columns.scanned()[i] = scanned(file, relays.get(i));
      int row = data.rows().getOrDefault(relays.get(i).fingerprint(), VoteColumns.UNKNOWN);
      if (routers.has(row)) {
        columns.flags()[i] = routers.flags()[row];
        columns.bandwidth()[i] = routers.bandwidth()[row];
        columns.measured()[i] = routers.measured()[row];
        columns.wfu()[i] = routers.wfu()[row];
        columns.timeKnown()[i] = routers.timeKnown()[row];
        columns.mtbf()[i] = routers.mtbf()[row];
        columns.ipv6()[i] = routers.ipv6()[row];
        columns.published()[i] = routers.published()[row];
      }
    }
    return columns;
  }

  private int[] unknown() {
    int[] column = new int[relays.size()];
    Arrays.fill(column, VoteColumns.UNKNOWN);
    return column;
  }

  private int scanned(ScannerFiles.@Nullable Attributed file, Relay relay) {
    Integer row = file == null ? null : files.rows().get(relay.fingerprint());
    Integer kilobytes = file == null || row == null ? null : file.file().bandwidth(row);
    return kilobytes == null ? VoteColumns.UNKNOWN : kilobytes;
  }
}
