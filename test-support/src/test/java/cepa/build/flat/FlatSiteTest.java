package cepa.build.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.build.BuildStore;
import cepa.error.PermanentException;
import cepa.store.ObjectStore;
import cepa.store.directory.DirectoryStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatSiteTest {

  private static final int FILES = 12;

  @TempDir private Path temporary;
  private ObjectStore store;
  private Path directory;
  private Path state;

  @BeforeEach
  void prepare() {
    store = new DirectoryStore(temporary.resolve("store"));
    directory = temporary.resolve("out/site");
    state = temporary.resolve("state/site.state");
  }

  @Test
  void everyPath_becomesAFile() throws IOException {
    FlatResult result = write(FlatBuild.site("one").store(store));

    assertThat(files())
        .containsOnlyKeys(
            "assets/site.0123abcd.css",
            "family/B/index.html",
            "index.html",
            "index.json",
            "misc/all/index.html",
            "misc/old.html",
            "relay/A/index.html",
            "relay/A/index.json",
            "relay/B/index.html",
            "robots.txt",
            "sitemap.xml",
            "top500.html")
        .containsEntry("index.html", "home")
        .containsEntry("relay/A/index.html", "relay A")
        .containsEntry("assets/site.0123abcd.css", "body {}");
    assertThat(result.written()).isEqualTo(FILES);
    assertThat(result.paths()).containsExactlyElementsOf(files().keySet());
    assertThat(result.bytes()).isEqualTo(files().values().stream().mapToLong(String::length).sum());
  }

  @Test
  void redirect_becomesAPageThatLeadsOnWithoutAScript() throws IOException {
    write(FlatBuild.site("one").under("/tor").store(store));

    assertThat(files().get("family/B/index.html"))
        .contains(
            "http-equiv=\"refresh\" content=\"0; url=/tor/family/A/\"",
            "rel=\"canonical\" href=\"/tor/family/A/\"",
            "<a href=\"/tor/family/A/\">")
        .doesNotContain("<script", "{{");
  }

  @Test
  void secondRun_writesNothingAndReadsNoPack() throws IOException {
    FlatBuild build = FlatBuild.site("one");
    write(build.store(store));
    store.delete(List.of(build.packKey()));

    FlatResult result = write("one");

    assertThat(result).isEqualTo(new FlatResult(0, FILES, 0, 0, List.of()));
  }

  @Test
  void otherBuildOfTheSameContent_changesNothing() {
    write(FlatBuild.site("one").store(store));

    FlatResult result = write(FlatBuild.site("two").store(store));

    assertThat(result).isEqualTo(new FlatResult(0, FILES, 0, 0, List.of()));
  }

  @Test
  void damagedPart_isNamed() {
    FlatBuild.site("one").store(store);
    var builds = new BuildStore(store);
    String part = builds.manifest("one").orElseThrow().parts().getFirst();
    store.put(BuildStore.partKey(part), new byte[] {1, 2, 3}, "x");

    assertThatThrownBy(() -> write("one"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining(part);
  }

  @Test
  void twoDirectories_holdTheSameBytes() throws IOException {
    write(FlatBuild.site("one").store(store));
    Map<String, String> first = files();
    directory = temporary.resolve("other");
    state = temporary.resolve("other.state");

    write("one");

    assertThat(files()).isEqualTo(first);
  }

  @Test
  void nextBuild_writesWhatDiffersAndDeletesWhatIsGone() throws IOException {
    write(FlatBuild.site("one").store(store));
    FileTime kept = Files.getLastModifiedTime(directory.resolve("relay/A/index.html"));

    FlatResult result =
        write(FlatBuild.site("two").page("home", "/", "home 2").without("/relay/B/").store(store));

    assertThat(result.paths()).containsExactly("index.html");
    assertThat(result.deleted()).isOne();
    assertThat(files()).containsEntry("index.html", "home 2").hasSize(FILES - 1);
    assertThat(directory.resolve("relay/B")).doesNotExist();
    assertThat(Files.getLastModifiedTime(directory.resolve("relay/A/index.html"))).isEqualTo(kept);
  }

  @Test
  void filesOfOthers_stay() throws IOException {
    write(FlatBuild.site("one").store(store));
    Path foreign = directory.resolve("relay/B/notes.txt");
    Files.writeString(foreign, "mine");

    write(FlatBuild.site("two").without("/relay/B/").store(store));

    assertThat(foreign).hasContent("mine");
    assertThat(directory.resolve("relay/B/index.html")).doesNotExist();
  }

  @Test
  void staleFileThatSomeoneChanged_isTheirs() throws IOException {
    write(FlatBuild.site("one").store(store));
    Files.writeString(directory.resolve("relay/B/index.html"), "relay Z");

    FlatResult result = write(FlatBuild.site("two").without("/relay/B/").store(store));

    assertThat(result.deleted()).isZero();
    assertThat(directory.resolve("relay/B/index.html")).hasContent("relay Z");
  }

  @Test
  void fileThatSomeoneChanged_isMended() throws IOException {
    write(FlatBuild.site("one").store(store));
    Path page = directory.resolve("relay/B/index.html");
    Files.writeString(page, "relay Z");
    Files.setLastModifiedTime(page, FileTime.fromMillis(0));

    FlatResult result = write("one");

    assertThat(result.paths()).containsExactly("relay/B/index.html");
    assertThat(page).hasContent("relay B");
  }

  @Test
  void lostState_costsReadingOnlyAndDeletesNothing() throws IOException {
    write(FlatBuild.site("one").store(store));
    Files.delete(state);

    FlatResult result = write(FlatBuild.site("two").without("/relay/B/").store(store));

    assertThat(result).isEqualTo(new FlatResult(0, FILES - 1, 0, 0, List.of()));
    assertThat(files()).containsEntry("relay/B/index.html", "relay B");
    assertThat(state).isRegularFile();
  }

  @Test
  void damagedState_isAsGoodAsNone() throws IOException {
    write(FlatBuild.site("one").store(store));
    List<String> lines = Files.readAllLines(state);
    for (String damaged :
        List.of(
            "",
            "nonsense",
            String.join("\n", lines.subList(0, lines.size() - 1)) + "\n",
            String.join("\n", lines).replace(" 7 ", " x ") + "\n",
            String.join("\n", lines).replaceFirst("1 [0-9a-f]{8}", "1 00000000") + "\n")) {
      Files.writeString(state, damaged);

      FlatResult result = write(FlatBuild.site("two").without("/relay/B/").store(store));

      assertThat(result).isEqualTo(new FlatResult(0, FILES - 1, 0, 0, List.of()));
      assertThat(directory.resolve("relay/B/index.html")).exists();
    }
  }

  @Test
  void leaves_areWrittenBeforeWhatLinksToThem() throws IOException {
    Files.createDirectories(directory.resolve("index.html/in-the-way"));

    assertThatThrownBy(() -> write(FlatBuild.site("one").store(store)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("move it away")
        .hasMessageContaining("index.html");

    assertThat(files())
        .containsKeys("assets/site.0123abcd.css", "relay/A/index.html", "misc/all/index.html")
        .containsKeys("top500.html", "family/B/index.html")
        .doesNotContainKeys("sitemap.xml", "robots.txt");
  }

  @Test
  void endedRun_knowsItsFilesAfterwards() throws IOException {
    Files.createDirectories(directory.resolve("index.html/in-the-way"));
    assertThatThrownBy(() -> write(FlatBuild.site("one").store(store)))
        .isInstanceOf(PermanentException.class);
    Files.delete(directory.resolve("index.html/in-the-way"));
    Files.delete(directory.resolve("index.html"));

    FlatResult result = write(FlatBuild.site("two").without("/relay/B/").store(store));

    assertThat(result.deleted()).isOne();
    assertThat(files()).hasSize(FILES - 1).doesNotContainKey("relay/B/index.html");
  }

  @Test
  void fileInPlaceOfADirectory_isNamed() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("relay"), "a file");

    assertThatThrownBy(() -> write(FlatBuild.site("one").store(store)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("a file stands where a directory must be")
        .hasMessageContaining("relay");
    assertThat(directory.resolve("relay")).hasContent("a file");
  }

  @Test
  void siteThatIsAFile_isRefused() throws IOException {
    Files.createDirectories(directory.getParent());
    Files.writeString(directory, "a file");

    assertThatThrownBy(() -> write(FlatBuild.site("one").store(store)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("a file stands where a directory must be");
  }

  @Test
  void damagedPack_leavesWhatWasThere() throws IOException {
    write(FlatBuild.site("one").store(store));
    FlatBuild two = FlatBuild.site("two").page("home", "/", "home 2");
    two.store(store);
    store.put(two.packKey(), new byte[10_000], "x");

    assertThatThrownBy(() -> write("two"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("damaged");
    assertThat(files()).containsEntry("index.html", "home").hasSize(FILES);
  }

  @Test
  void missingPack_isNamed() {
    FlatBuild build = FlatBuild.site("one");
    build.store(store);
    store.delete(List.of(build.packKey()));

    assertThatThrownBy(() -> write("one"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("is missing from the store");
  }

  @Test
  void unknownBuild_isNamed() {
    assertThatThrownBy(() -> write("none"))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("none");
  }

  @Test
  void pathsThatMakeOneFile_areRefused() {
    String build =
        FlatBuild.site("one").page("x", "/relay/A/index.html", "twice").store(store).id();

    assertThatThrownBy(() -> write(build))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("relay/A/index.html");
  }

  @Test
  void pathOutOfTheSite_isRefused() {
    String build = FlatBuild.site("one").page("x", "/../evil.html", "out").store(store).id();

    assertThatThrownBy(() -> write(build)).isInstanceOf(PermanentException.class);
    assertThat(temporary.resolve("out/evil.html")).doesNotExist();
  }

  @Test
  void stateInsideTheSite_isRefused() {
    state = directory.resolve("state");

    assertThatThrownBy(() -> write(FlatBuild.site("one").store(store)))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("keep it outside");
  }

  @Test
  void secondWriterAtTheSameTime_isRefused() throws IOException {
    String build = FlatBuild.site("one").store(store).id();
    Files.createDirectories(state.getParent());
    Path lock = state.resolveSibling(state.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThatThrownBy(() -> write(build))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("Another run");
    }
  }

  @Test
  void leftoversOfAKilledRun_areRemoved() throws IOException {
    Path work = directory.resolve("~cepa-writing");
    Files.createDirectories(work);
    Files.writeString(work.resolve("17"), "half");

    write(FlatBuild.site("one").store(store));

    assertThat(work).doesNotExist();
  }

  private FlatResult write(FlatBuild build) {
    return write(build.id());
  }

  private FlatResult write(String build) {
    return new FlatSite(store).write(build, directory, state);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            directory.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
