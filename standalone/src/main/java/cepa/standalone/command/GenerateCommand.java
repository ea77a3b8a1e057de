package cepa.standalone.command;

import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.flat.FlatResult;
import cepa.build.flat.FlatSite;
import cepa.fetcher.FetchOutcome;
import cepa.fetcher.Fetchers;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.Stack;
import cepa.standalone.instance.DataDirectories;
import cepa.standalone.instance.DataDirectory;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the site as files, once.
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches every source once, makes one build, writes the site into a directory, ends.",
      "Only files that differ are written; files of others in the directory are left alone.",
      "Made for cron: run it again whenever you like."
    })
final class GenerateCommand implements Callable<Integer> {

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(30);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the site is written (default: ${DEFAULT-VALUE}).",
      defaultValue = "./www")
  private Path out = Path.of("www");

  @Option(
      names = {"-p", "--progress"},
      description = "Say how far it is; taken for compatibility, it always does.")
  private boolean progressWanted;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing unless something is wrong.")
  private boolean quiet;

  @Option(names = "--list", description = "Print the path of every file written.")
  private boolean list;

  @Mixin private SiteOptions site = new SiteOptions();
  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    site.check();
    OutputDirectory.prepare(out);
    var progress = Progress.standard(spec.commandLine().getOut(), quiet && !progressWanted);
    Path root = data.or(DataDirectories.forOutput(System.getenv(), out));
    try (DataDirectory directory = DataDirectory.hold(root);
        Stack stack = Stack.start(directory, properties())) {
      progress.line("started");
      Map<String, FetchOutcome> outcomes = fetch(stack.get(Fetchers.class), progress);
      BuildLedger.Entry build = build(stack.get(KafkaClients.class), progress);
      write(stack.get(ObjectStore.class), build.build(), directory, progress);
      return exitCode(outcomes);
    }
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    site.into(properties);
    properties.put("cepa.fetcher.schedule", "false");
    properties.put("cepa.processor.automatic", "false");
    properties.put("cepa.standalone.edge", "false");
    return properties;
  }

  private static Map<String, FetchOutcome> fetch(Fetchers fetchers, Progress progress)
      throws InterruptedException {
    Map<String, FetchOutcome> outcomes =
        fetchers.fetchOnce(fetchers.sources(), SiteOptions.FETCH_LIMIT);
    outcomes.forEach((source, outcome) -> progress.line(source + ": " + said(outcome)));
    return outcomes;
  }

  private static String said(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Published published ->
          published.snapshot().records() + " records of " + published.snapshot().published();
      case FetchOutcome.Unchanged unchanged -> "unchanged, " + unchanged.snapshot().published();
      case FetchOutcome.Quarantined quarantined ->
          "not used: " + quarantined.reason() + " (--accept-absurd uses it)";
      case FetchOutcome.Failed failed -> "failed: " + failed.reason();
    };
  }

  private static BuildLedger.Entry build(KafkaClients clients, Progress progress)
      throws InterruptedException {
    var request = new BuildRequest.Latest(Requests.newId(), false, true, Requests.heard(clients));
    BuildLedger.Entry build = new Requests(clients, progress).build(request, BUILD_LIMIT);
    if (build.state() != BuildLedger.State.LIVE) {
      throw new CommandFailure(
          ExitCode.INCOMPLETE,
          "Build " + build.build() + " ended as " + build.state() + ": " + build.note());
    }
    progress.line("build " + build.build() + ", as of " + build.plan().asOf());
    return build;
  }

  private void write(
      ObjectStore objects, String build, DataDirectory directory, Progress progress) {
    FlatResult report =
        new FlatSite(objects).write(build, out, directory.root().resolve("flat.json"));
    if (list) {
      report.paths().forEach(path -> spec.commandLine().getOut().println(path));
    }
    progress.line(
        report.written()
            + " files written, "
            + report.unchanged()
            + " unchanged, "
            + report.deleted()
            + " deleted in "
            + out);
  }

  private static int exitCode(Map<String, FetchOutcome> outcomes) {
    boolean degraded =
        outcomes.values().stream()
            .anyMatch(outcome ->
                outcome instanceof FetchOutcome.Failed
                    || outcome instanceof FetchOutcome.Quarantined);
    return degraded ? ExitCode.DEGRADED : ExitCode.OK;
  }
}
