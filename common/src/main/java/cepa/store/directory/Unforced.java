package cepa.store.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/// What was written and not yet forced to disk: files, and the directories that name them.
final class Unforced {

  private Set<Path> files = new LinkedHashSet<>();
  private Set<Path> directories = new LinkedHashSet<>();

  synchronized void add(Path file, Path root) {
    files.add(file);
    for (Path dir = file.getParent(); dir != null && dir.startsWith(root); dir = dir.getParent()) {
      if (!directories.add(dir)) {
        return; // its parents are noted as well
      }
    }
  }

  /// Forces everything added before this call. What could not be forced is tried again next time.
  void force() throws IOException {
    Set<Path> someFiles;
    Set<Path> someDirectories;
    synchronized (this) {
      someFiles = files;
      someDirectories = directories;
      files = new LinkedHashSet<>();
      directories = new LinkedHashSet<>();
    }
    try {
      for (Path file : someFiles) {
        force(file);
      }
      for (Path directory : someDirectories) {
        force(directory);
      }
    } catch (IOException e) {
      synchronized (this) {
        files.addAll(someFiles);
        directories.addAll(someDirectories);
      }
      throw e;
    }
  }

  static void forceDirectory(Path directory) throws IOException {
    force(directory);
  }

  private static void force(Path path) throws IOException {
    // A channel for reading is enough: the operating system forces the file, not the channel.
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      // deleted meanwhile: nothing left to keep
    }
  }
}
