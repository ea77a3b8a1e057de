package cepa.bench.growth;

import cepa.artefact.SeriesArchive;
import cepa.processor.SourceReader;
import cepa.topic.SnapshotManifest;
import cepa.topic.kafka.SnapshotReader;
import org.jspecify.annotations.Nullable;

/// A reader that is timed.
record TimedReader<D>(SourceReader<D> reader, StepTimes times) implements SourceReader<D> {

  @Override
  public String source() {
    return reader.source();
  }

  @Override
  public Class<D> makes() {
    return reader.makes();
  }

  @Override
  public AgeLimits limits() {
    return reader.limits();
  }

  @Override
  public D read(SnapshotManifest snapshot, SnapshotReader log) {
    return times.step("read " + source(), () -> reader.read(snapshot, log));
  }

  @Override
  public @Nullable SeriesArchive series(D data) {
    return reader.series(data);
  }
}
