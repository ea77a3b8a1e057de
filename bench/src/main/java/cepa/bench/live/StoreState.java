package cepa.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The objects of a store in a directory at one moment, from outside: whatever wrote them.
///
/// @param versions a text for each file that is another one after it was written again
record StoreState(Map<String, String> versions) {

  static StoreState of(Path store) {
    Map<String, String> versions = new TreeMap<>();
    try {
      Files.walkFileTree(
          store,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              versions.put(
                  store.relativize(file).toString(),
                  attributes.fileKey() + " " + attributes.lastModifiedTime());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the store " + store, e);
    }
    return new StoreState(versions);
  }

  /// Files that were written or made since `before`, ascending.
  List<String> writtenSince(StoreState before) {
    return versions.entrySet().stream()
        .filter(file -> !file.getValue().equals(before.versions().get(file.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
