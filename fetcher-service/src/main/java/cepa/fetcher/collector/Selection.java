package cepa.fetcher.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which of the files in a directory count now. All rules look at the times in the names only, and
/// measure from the newest file, not from our clock.
@FunctionalInterface
public interface Selection {

  /// @param files all there are, oldest first, at least one
  /// @return those that count, at least one, no two for the same document
  List<ListedFile> choose(List<ListedFile> files);

  /// The newest file.
  static Selection newest() {
    return files -> List.of(files.getLast());
  }

  /// Of each document the newest file, unless it is older than the newest of all by more than
  /// `late`.
  static Selection newestOfEach(Duration late) {
    return files -> notBefore(files.getLast().time().minus(late), newestByDocument(files));
  }

  /// All files not older than the newest one by more than `window`; if these are fewer than
  /// `atLeast`, the newest `atLeast` whatever their age.
  static Selection window(Duration window, int atLeast) {
    return files -> {
      List<ListedFile> distinct =
          newestByDocument(files).stream()
              .sorted(java.util.Comparator.comparing(ListedFile::name))
              .toList();
      List<ListedFile> within = notBefore(files.getLast().time().minus(window), distinct);
      return within.size() >= atLeast
          ? within
          : distinct.subList(Math.max(0, distinct.size() - atLeast), distinct.size());
    };
  }

  private static Collection<ListedFile> newestByDocument(List<ListedFile> files) {
    Map<String, ListedFile> newest = new TreeMap<>();
    files.forEach(file -> newest.put(file.document(), file));
    return newest.values();
  }

  private static List<ListedFile> notBefore(Instant limit, Collection<ListedFile> files) {
    return files.stream().filter(file -> !file.time().isBefore(limit)).toList();
  }
}
