package cepa.simulator.collectordescriptors;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedMoment;
import cepa.simulator.SimulatedSource;
import cepa.simulator.directory.ArchivePath;
import cepa.simulator.network.RelayHour;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// Server descriptors: a file every half hour with what relays published in the half hour before. A
/// file never changes, so a reader may keep what it has; the newest day is on offer.
public final class CollectorDescriptorsSource implements SimulatedSource {

  private static final int FILES = 48;
  private static final long HALF_HOUR = 1800;
  private static final long DOWNLOAD_DELAY = 300;

  private final FamilyKeys familyKeys = new FamilyKeys();

  @Override
  public String id() {
    return "collector-descriptors";
  }

  @Override
  public String service() {
    return "collector";
  }

  @Override
  public List<SimulatedDocument> documents(SimulatedMoment newest) {
    List<SimulatedDocument> files = new ArrayList<>();
    long lastEnd = newest.published() - HALF_HOUR;
    for (int i = FILES - 1; i >= 0; i--) {
      long end = lastEnd - i * HALF_HOUR;
      long downloaded = end + DOWNLOAD_DELAY;
      // What is published in an hour belongs to the consensus at the end of this hour.
      int tick = Math.toIntExact(Math.ceilDiv(end - newest.network().epoch(), 2 * HALF_HOUR));
      SimulatedMoment moment = newest.at(tick);
      files.add(
          new SimulatedDocument(
              ArchivePath.serverDescriptors(downloaded),
              SimulatedDocument.TEXT,
              downloaded,
              moment.version(),
              out -> write(moment, end, out)));
    }
    return files;
  }

  private void write(SimulatedMoment moment, long end, OutputStream out) throws IOException {
    DescriptorText text = new DescriptorText(moment.tick(), familyKeys, out);
    for (RelayHour relay : moment.hour().running()) {
      long published = relay.descriptor().published();
      if (published > end - HALF_HOUR && published <= end) {
        text.write(relay);
      }
    }
    text.flush();
  }
}
