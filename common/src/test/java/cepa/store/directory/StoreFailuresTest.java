package cepa.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreFailuresTest {

  private final StoreFailures failures = new StoreFailures(Path.of("/srv/cepa"));

  @Test
  void fullDisk_isPermanentAndSaysWhatToDo() {
    for (IOException full :
        new IOException[] {
          new IOException("No space left on device"),
          new FileSystemException("/srv/cepa/x", null, "No space left on device"),
          new FileSystemException("/srv/cepa/x", null, "Disk quota exceeded")
        }) {
      assertThat(failures.explain("write packs/ab (9 bytes)", full))
          .isInstanceOf(PermanentException.class)
          .hasMessage(
              "Cannot write packs/ab (9 bytes) in the directory store /srv/cepa: the disk is full;"
                  + " free space there or point cepa.store.directory elsewhere")
          .hasCause(full);
    }
  }

  @Test
  void missingPermission_isPermanentAndNamesTheUser() {
    assertThat(failures.explain("write a", new AccessDeniedException("/srv/cepa/a")))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("no permission")
        .hasMessageContaining(System.getProperty("user.name"));
    assertThat(
            failures.explain(
                "write a", new FileSystemException("/srv/cepa/a", null, "Read-only file system")))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("no permission");
  }

  @Test
  void interruptAndOddErrors_mayPass() {
    CepaException interrupted = failures.explain("write a", new ClosedByInterruptException());
    CepaException odd = failures.explain("read a", new IOException("Input/output error"));

    assertThat(interrupted)
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("interrupted; nothing was changed");
    assertThat(odd)
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("Input/output error");
  }
}
