package cepa.simulator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// All sources of a simulator and what they offer.
public final class SimulatedSources implements AutoCloseable {

  private final List<SimulatedSource> sources;

  public SimulatedSources(List<SimulatedSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /// One instance of each on the class path, by id.
  public static SimulatedSources onClassPath() {
    return new SimulatedSources(
        ServiceLoader.load(SimulatedSource.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(SimulatedSource::id))
            .toList());
  }

  public List<SimulatedSource> all() {
    return sources;
  }

  public <T extends SimulatedSource> T get(Class<T> type) {
    return sources.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no source " + type.getName()));
  }

  /// Everything on offer, sorted by path within a source.
  public List<SimulatedDocument> documents(SimulatedMoment moment) {
    return sources.stream().flatMap(source -> source.documents(moment).stream()).toList();
  }

  public Optional<SimulatedDocument> document(SimulatedMoment moment, String path) {
    return sources.stream()
        .flatMap(source -> source.documents(moment).stream())
        .filter(document -> document.path().equals(path))
        .findFirst();
  }

  /// The path without the name of a service before it.
  String withoutService(String path) {
    for (SimulatedSource source : sources) {
      if (path.startsWith("/" + source.service() + "/")) {
        return path.substring(source.service().length() + 1);
      }
    }
    return path;
  }

  @Override
  public void close() {
    sources.forEach(SimulatedSource::close);
  }
}
