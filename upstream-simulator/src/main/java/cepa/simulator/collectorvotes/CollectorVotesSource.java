package cepa.simulator.collectorvotes;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.directory.ArchivePath;
import cepa.simulator.network.Authority;
import java.util.ArrayList;
import java.util.List;

/// The votes of all authorities in each of the newest hours.
public final class CollectorVotesSource implements SimulatedSource {

  @Override
  public String id() {
    return "collector-votes";
  }

  @Override
  public String service() {
    return "collector";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment newest) {
    List<SimulatedDocument> votes = new ArrayList<>();
    for (int ago = 0; ago < ArchivePath.RECENT_HOURS; ago++) {
      SimulatedMoment moment = newest.at(newest.tick() - ago);
      for (Authority authority : Authority.voters()) {
        String digest = ArchivePath.voteDigest(moment.network(), moment.tick(), authority);
        votes.add(
            moment.hourly(
                ArchivePath.vote(moment.published(), authority, digest),
                SimulatedDocument.TEXT,
                out -> new VoteText(moment.hour(), authority).write(out)));
      }
    }
    return votes;
  }
}
