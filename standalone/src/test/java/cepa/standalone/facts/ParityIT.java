package cepa.standalone.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.standalone.command.CepaCommand;
import cepa.standalone.facts.deviation.Deviations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Every figure, key and membership of the golden file against the model of the same documents, by
/// way of the real fetchers, log, readers and analyses.
@Tag("system")
@TestInstance(Lifecycle.PER_CLASS)
class ParityIT {

  /// Deviations that no value of this golden set shows; each is shown by a unit test.
  private static final Set<String> NOT_IN_THIS_SET =
      Set.of(
          "A-1", "A-9", "A-12", "A-17", "A-19", "A-22", "A-23", "A-24", "D-8", "D-9", "D-17",
          "D-11", "D-12", "D-19", "D-C1", "D-C2", "D-C4", "D-C7", "D-C15", "F-3", "F-4", "F-5",
          "S-12", "S-15", "S-16", "S-19");

  private Path temporary = Path.of("");
  private Result result = new Result(-1, "");
  private Path golden = Path.of("");
  private Path facts = Path.of("");

  @BeforeAll
  void compare(@TempDir Path directory) throws IOException {
    temporary = directory;
    golden = GoldenUpstream.golden(temporary);
    facts = temporary.resolve("facts.json");
    try (var upstream = new GoldenUpstream(Files.createDirectory(temporary.resolve("documents")))) {
      result = compare(upstream, List.of("--out", facts.toString()));
    }
  }

  private Result compare(GoldenUpstream upstream, List<String> more) throws IOException {
    var out = new StringWriter();
    CommandLine line = CepaCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(out, true));
    List<String> options =
        new ArrayList<>(List.of("facts", "--quiet", "--compare", golden.toString()));
    options.addAll(more);
    options.addAll(upstream.options());
    return new Result(line.execute(options.toArray(String[]::new)), out.toString());
  }

  private record Result(int code, String said) {}

  @Test
  void everyDifferenceIsExplained() {
    assertThat(result.code()).as(result.said()).isZero();
  }

  @Test
  void referencesRule_givesTheGoldenValue_ofEveryDeviation() {
    Set<String> ids = new TreeSet<>();
    Deviations.all().forEach(deviation -> ids.add(deviation.id()));
    ids.removeAll(NOT_IN_THIS_SET);

    assertThat(ids)
        .allSatisfy(id ->
            assertThat(
                    Pattern.compile("(?m)^\\| " + Pattern.quote(id) + " \\| [1-9]")
                        .matcher(result.said()))
                .as(id)
                .matches(matcher -> matcher.find()));
  }

  @Test
  void publishedTable_isTheOneOfThisRun() throws IOException {
    Path page = Path.of("..", "docs", "parity.md");
    List<String> published = Files.readAllLines(page);
    assertThat(published)
        .containsAll(result.said().lines().filter(line -> line.startsWith("|")).toList());
  }

  @Test
  void whatTheReferenceDoesNotSee_isExplained() throws IOException {
    Result varied;
    try (var upstream = new GoldenUpstream(Files.createDirectory(temporary.resolve("varied")))) {
      VariedUpstream.vary(upstream.root().resolve("recent/relay-descriptors"));
      varied = compare(upstream, List.of());
    }
    assertThat(varied.code()).as(varied.said()).isZero();
    assertThat(varied.said())
        .containsPattern("\\| S-15 \\| [1-9]")
        .containsPattern("\\| D-11 \\| [1-9]");
  }

  @Test
  void writtenFacts_areAGoldenFileThatEqualsItself() {
    Set<String> sections = new TreeSet<>();
    new GoldenFile(facts)
        .read(
            Set.of("index"),
            (section, entries) -> {
              sections.add(section);
              assertThat(entries).as(section).isNotEmpty();
            });

    assertThat(sections).contains("all_relays", "contact", "leaderboards", "relay", "index");
  }
}
