package cepa.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreStateTest {

  @TempDir private Path store = Path.of("");

  @Test
  void whatIsReplacedOrNew_wasWritten() throws IOException {
    Files.writeString(store.resolve("kept"), "a");
    Files.writeString(store.resolve("live.json"), "a");
    StoreState before = StoreState.of(store);
    Files.writeString(store.resolve("temporary"), "b");
    Files.move(
        store.resolve("temporary"),
        store.resolve("live.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(store.resolve("more"), "b");
    assertThat(StoreState.of(store).writtenSince(before)).containsExactly("live.json", "more");
  }
}
