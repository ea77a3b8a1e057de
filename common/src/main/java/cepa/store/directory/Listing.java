package cepa.store.directory;

import cepa.store.ObjectStore.ObjectInfo;
import cepa.store.StoreKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// One walk over the objects whose keys begin with a prefix.
final class Listing {

  private final String prefix;
  private final Consumer<ObjectInfo> visitor;

  Listing(String prefix, Consumer<ObjectInfo> visitor) {
    this.prefix = prefix;
    this.visitor = visitor;
  }

  /// @param base the key of the directory with its `/`, empty for the root
  void walk(Path directory, String base) throws IOException {
    for (Map.Entry<String, BasicFileAttributes> entry : entries(directory, base).entrySet()) {
      String key = entry.getKey();
      if (entry.getValue().isDirectory()) {
        walk(directory.resolve(key.substring(base.length())), key);
      } else {
        BasicFileAttributes file = entry.getValue();
        visitor.accept(new ObjectInfo(key, file.size(), file.lastModifiedTime().toInstant(), ""));
      }
    }
  }

  /// What leads to the prefix or lies under it. Directories sort by their name with the `/` that
  /// follows it in every key below them: `a-b` comes before `a/b`, though `a` comes before `a-b`.
  private SortedMap<String, BasicFileAttributes> entries(Path directory, String base)
      throws IOException {
    var found = new TreeMap<String, BasicFileAttributes>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        String key = base + child.getFileName();
        if (StoreKey.isValid(key) && (key.startsWith(prefix) || prefix.startsWith(key + "/"))) {
          add(found, key, child);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // removed during the walk
    }
    return found;
  }

  private void add(Map<String, BasicFileAttributes> found, String key, Path child)
      throws IOException {
    try {
      var attributes = Files.readAttributes(child, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        found.put(key + "/", attributes);
      } else if (attributes.isRegularFile() && key.startsWith(prefix)) {
        found.put(key, attributes);
      }
    } catch (NoSuchFileException e) {
      // deleted during the walk
    }
  }
}
