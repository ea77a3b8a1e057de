package cepa.fetcher.collector;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.fetcher.BusyUpstreamException;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.SplitDocument;
import cepa.topic.DocumentRef;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one attempt that could not be had, and why.
final class SkippedFiles {

  private static final Logger log = LoggerFactory.getLogger(SkippedFiles.class);

  private final URI directory;
  private final Set<String> told;
  private final Map<String, CepaException> failures = new TreeMap<>();

  /// @param known documents that are kept from the previous snapshot
  SkippedFiles(URI directory, Collection<DocumentRef> known) {
    this.directory = directory;
    this.told =
        known.stream()
            .map(ref -> ref.envelope().getOrDefault(CollectorDownload.SKIPPED, ""))
            .flatMap(note -> Stream.of(note.split(" ")))
            .collect(Collectors.toSet());
  }

  void add(ListedFile file, CepaException failure) {
    failures.put(file.name(), failure);
  }

  /// Tells what was skipped.
  ///
  /// @param tried how many files had to be loaded
  /// @throws CepaException if not one of them could be had, unless the kept documents say so of
  ///   each already; of the kind that fits all failures
  void tell(int tried) {
    if (failures.isEmpty() || told.containsAll(failures.keySet())) {
      return;
    }
    if (failures.size() == tried) {
      throw failure(tried);
    }
    failures.forEach(
        (file, why) -> log.warn("Skipped {}{} for now: {}", directory, file, why.getMessage()));
  }

  private CepaException failure(int tried) {
    Map.Entry<String, CepaException> one = failures.entrySet().iterator().next();
    String message =
        "Not one of "
            + tried
            + " new files of "
            + directory
            + " could be had; "
            + one.getKey()
            + ": "
            + one.getValue().getMessage();
    Optional<Duration> wait =
        failures.values().stream()
            .filter(BusyUpstreamException.class::isInstance)
            .map(e -> ((BusyUpstreamException) e).retryAfter())
            .max(Comparator.naturalOrder());
    if (wait.isPresent()) {
      return new BusyUpstreamException(message, wait.get());
    }
    return failures.values().stream().anyMatch(RetriableException.class::isInstance)
        ? new RetriableException(message, one.getValue())
        : new PermanentException(message, one.getValue());
  }

  /// The documents with a note of what was skipped on the last of them, and on no other.
  List<Obtained> noted(List<Obtained> documents) {
    String last = documents.stream().map(Obtained::name).max(Comparator.naturalOrder()).orElse("");
    List<Obtained> noted = new ArrayList<>();
    for (Obtained document : documents) {
      String note =
          document.name().equals(last) && !failures.isEmpty()
              ? String.join(" ", failures.keySet())
              : null;
      noted.add(
          switch (document) {
            case Obtained.Kept(DocumentRef ref) -> new Obtained.Kept(noted(ref, note));
            case Obtained.Split(SplitDocument split) -> new Obtained.Split(noted(split, note));
            case Obtained.Loaded loaded -> loaded;
          });
    }
    return noted;
  }

  private static DocumentRef noted(DocumentRef ref, @Nullable String note) {
    return new DocumentRef(
        ref.name(),
        ref.sha256(),
        ref.bytes(),
        ref.records(),
        noted(ref.envelope(), note),
        ref.ranges());
  }

  private static SplitDocument noted(SplitDocument split, @Nullable String note) {
    return new SplitDocument(
        split.document(), split.published(), noted(split.envelope(), note), split.entities());
  }

  private static Map<String, String> noted(Map<String, String> envelope, @Nullable String note) {
    Map<String, String> noted = new TreeMap<>(envelope);
    noted.remove(CollectorDownload.SKIPPED);
    if (note != null) {
      noted.put(CollectorDownload.SKIPPED, note);
    }
    return noted;
  }
}
