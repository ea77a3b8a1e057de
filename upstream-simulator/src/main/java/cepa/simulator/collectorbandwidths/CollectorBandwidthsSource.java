package cepa.simulator.collectorbandwidths;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.directory.ArchivePath;
import cepa.simulator.network.Authority;
import java.util.ArrayList;
import java.util.List;

/// The bandwidth files of all scanners in each of the newest hours.
public final class CollectorBandwidthsSource implements SimulatedSource {

  private static final long HALF_HOUR = 1800;

  @Override
  public String id() {
    return "collector-bandwidths";
  }

  @Override
  public String service() {
    return "collector";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment newest) {
    List<Authority> scanners =
        Authority.voters().stream().filter(Authority::measuresBandwidth).toList();
    List<SimulatedDocument> files = new ArrayList<>();
    for (int ago = 0; ago < ArchivePath.RECENT_HOURS; ago++) {
      SimulatedMoment moment = newest.at(newest.tick() - ago);
      for (int i = 0; i < scanners.size(); i++) {
        Authority scanner = scanners.get(i);
        long created = moment.published() - HALF_HOUR + i * 60L;
        byte[] digest = ArchivePath.bandwidthDigest(moment.network(), moment.tick(), scanner);
        files.add(
            new SimulatedDocument(
                ArchivePath.bandwidthFile(created, digest),
                SimulatedDocument.TEXT,
                created,
                moment.version(),
                out -> new BandwidthFileText(moment.hour(), scanner, created).write(out)));
      }
    }
    return files;
  }
}
