package cepa.simulator.collectorconsensus;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.directory.ArchivePath;
import java.util.List;
import java.util.stream.IntStream;

/// The consensus of each of the newest hours.
public final class CollectorConsensusSource implements SimulatedSource {

  @Override
  public String id() {
    return "collector-consensus";
  }

  @Override
  public String service() {
    return "collector";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment newest) {
    return IntStream.range(0, ArchivePath.RECENT_HOURS)
        .mapToObj(ago -> newest.at(newest.tick() - ago))
        .map(moment ->
            moment.hourly(
                ArchivePath.consensus(moment.published()),
                SimulatedDocument.TEXT,
                out -> new ConsensusText(moment.hour()).write(out)))
        .toList();
  }
}
