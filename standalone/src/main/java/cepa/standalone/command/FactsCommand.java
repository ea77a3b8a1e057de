package cepa.standalone.command;

import cepa.fetcher.FetchOutcome;
import cepa.fetcher.Fetchers;
import cepa.model.SiteSettings;
import cepa.processor.Analysis;
import cepa.processor.ProcessorSettings;
import cepa.processor.SourceReader;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.Stack;
import cepa.standalone.facts.Comparison;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsModel;
import cepa.standalone.facts.FactsWriter;
import cepa.standalone.facts.GoldenFile;
import cepa.standalone.facts.ParityReport;
import cepa.standalone.facts.ParityTable;
import cepa.standalone.facts.deviation.Deviations;
import cepa.standalone.facts.section.Exclusions;
import cepa.standalone.facts.section.Sections;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.TemporaryDirectory;
import cepa.topic.kafka.KafkaClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what the model computes, for comparison with the reference.
@Command(
    name = "facts",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches every source once, computes the model, and writes its figures in the layout of a",
      "golden file of the reference, or compares them with one.",
      "Exits with 1 if --compare finds a difference that no accepted deviation explains."
    })
final class FactsCommand implements Callable<Integer> {

  /// Probes of authorities: nothing golden files have depends on them.
  private static final String PROBES = "authority-health";

  /// A difference nobody explains.
  private static final int UNEXPLAINED = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the facts; .gz compresses.")
  private @Nullable Path out;

  @Option(
      names = "--compare",
      paramLabel = "GOLDEN",
      description = "Compare with a golden file, plain or .gz.")
  private @Nullable Path golden;

  @Option(
      names = "--clock",
      paramLabel = "TIME",
      description = {
        "The moment ages count from, e.g. 2026-08-22T15:10:00Z (default: the golden file's own,",
        "else the published time of the details)."
      })
  private @Nullable String clock;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print the result only.")
  private boolean quiet;

  @Mixin private SiteOptions site = new SiteOptions();
  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    site.check();
    if (out == null && golden == null) {
      throw new IllegalArgumentException("Say where to write the facts (--out) or what to compare");
    }
    GoldenFile file = golden == null ? null : new GoldenFile(golden);
    Instant asOf = asOf(file);
    var progress = Progress.standard(spec.commandLine().getOut(), quiet);
    try (var scratch = TemporaryDirectory.create("cepa-facts");
        DataDirectory directory = DataDirectory.hold(data.or(scratch.path().resolve("data")));
        Stack stack = Stack.start(directory, properties())) {
      fetch(stack, progress);
      FactsInput input = model(stack, asOf);
      progress.line(input.relays().size() + " relays as of " + input.model().asOf());
      if (out != null) {
        new FactsWriter(Sections.all()).write(input, out);
        progress.line("facts written to " + out);
      }
      return file == null ? ExitCode.OK : compare(file, input);
    }
  }

  private @Nullable Instant asOf(@Nullable GoldenFile file) {
    if (clock == null) {
      return file == null ? null : file.clock();
    }
    try {
      return Instant.parse(clock);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--clock must be a time such as 2026-08-22T15:10:00Z, not " + clock, e);
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    site.into(properties);
    properties.put("cepa.fetcher.schedule", "false");
    properties.put("cepa.processor.automatic", "false");
    properties.put("cepa.standalone.edge", "false");
    // The reference counts older votes, too (S-15); the model calls them stale.
    properties.put("cepa.fetcher.collector-votes.late", "72h");
    return properties;
  }

  /// Fetches what a reader reads.
  private static void fetch(Stack stack, Progress progress) throws InterruptedException {
    List<String> read = readers(stack).stream().map(SourceReader::source).toList();
    Fetchers fetchers = stack.get(Fetchers.class);
    List<String> sources =
        fetchers.sources().stream().filter(read::contains).filter(s -> !s.equals(PROBES)).toList();
    fetchers
        .fetchOnce(sources, SiteOptions.FETCH_LIMIT)
        .forEach((source, outcome) -> progress.line(source + ": " + said(source, outcome)));
  }

  private static String said(String source, FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Published published ->
          published.snapshot().records() + " records of " + published.snapshot().published();
      case FetchOutcome.Unchanged unchanged -> "unchanged, " + unchanged.snapshot().published();
      case FetchOutcome.Quarantined quarantined ->
          throw new CommandFailure(
              ExitCode.INCOMPLETE,
              source + " is not used: " + quarantined.reason() + " (--accept-absurd uses it)");
      case FetchOutcome.Failed failed ->
          throw new CommandFailure(ExitCode.UNREACHABLE, source + ": " + failed.reason());
    };
  }

  @SuppressWarnings("unchecked")
  private static List<SourceReader<?>> readers(Stack stack) {
    return (List<SourceReader<?>>) (List<?>) stack.all(SourceReader.class);
  }

  @SuppressWarnings("unchecked")
  private static FactsInput model(Stack stack, @Nullable Instant asOf) {
    var settings = stack.get(ProcessorSettings.class);
    List<SourceReader<?>> all = readers(stack);
    List<SourceReader<?>> used =
        all.stream()
            .filter(r -> settings.sources().isEmpty() || settings.sources().contains(r.source()))
            .toList();
    var site =
        new SiteSettings(
            settings.baseUrlText(), settings.bandwidthUnit(), settings.filterDowntimeDays());
    var analyses = (List<Analysis<?>>) (List<?>) stack.all(Analysis.class);
    return new FactsModel(stack.get(KafkaClients.class), all, used, analyses, site).make(asOf);
  }

  private int compare(GoldenFile file, FactsInput input) {
    var deviations = Deviations.all();
    ParityReport report =
        new Comparison(Sections.all(), deviations, Exclusions.all()).compare(file, input);
    spec.commandLine().getOut().print(ParityTable.of(report, deviations));
    spec.commandLine().getOut().flush();
    return report.all().unexplained() == 0 ? ExitCode.OK : UNEXPLAINED;
  }
}
