package cepa.simulator;

import cepa.simulator.network.SimulatedNetwork;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents without a server.
public final class DocumentFiles {

  private DocumentFiles() {}

  /// Writes all documents of a tick below a directory, each under its path; `/details` and the like
  /// get the ending `.json`.
  public static void write(SimulatedNetwork network, int tick, Path directory) throws IOException {
    try (SimulatedSources sources = SimulatedSources.onClassPath()) {
      SimulatedMoment moment = new SimulatedMoment(network, tick, Edits.NONE, null);
      for (SimulatedDocument document : sources.documents(moment)) {
        boolean addEnding =
            document.contentType().equals(SimulatedDocument.JSON)
                && !document.path().endsWith(".json");
        Path file = directory.resolve(document.path().substring(1) + (addEnding ? ".json" : ""));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          document.body().writeTo(out);
        }
      }
    }
  }

  /// Writes one document of a tick, named by its path: `/details`.
  public static void write(SimulatedNetwork network, int tick, String path, OutputStream out)
      throws IOException {
    try (SimulatedSources sources = SimulatedSources.onClassPath()) {
      sources
          .document(new SimulatedMoment(network, tick, Edits.NONE, null), path)
          .orElseThrow(
              () -> new IllegalArgumentException("Tick " + tick + " has no document " + path))
          .body()
          .writeTo(out);
    }
  }
}
