package cepa.store.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A process that holds the lock given as its argument until its standard input ends.
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      System.out.println("locked");
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
