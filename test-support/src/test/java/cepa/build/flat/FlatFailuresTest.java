package cepa.build.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlatFailuresTest {

  @Test
  void fullDisk_saysWhatToDo() {
    assertThat(explained(new FileSystemException("/srv/x", null, "No space left on device")))
        .contains("the disk is full", "free space", "/srv/site");
    assertThat(explained(new IOException("No space left on device"))).contains("the disk is full");
  }

  @Test
  void missingPermission_namesTheUser() {
    assertThat(explained(new AccessDeniedException("/srv/site/x")))
        .contains("no permission", System.getProperty("user.name"), "/srv/site/x");
    assertThat(explained(new FileSystemException("/srv/x", null, "Read-only file system")))
        .contains("no permission");
  }

  @Test
  void anythingElse_keepsWhatWasSaid() {
    assertThat(explained(new IOException("Input/output error"))).contains("Input/output error");
  }

  private static String explained(IOException e) {
    return String.valueOf(
        FlatFailures.explain("write the site", Path.of("/srv/site"), e).getMessage());
  }
}
