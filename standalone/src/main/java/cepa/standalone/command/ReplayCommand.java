package cepa.standalone.command;

import cepa.build.BuildLedger;
import cepa.build.BuildRequest;
import cepa.build.flat.FlatResult;
import cepa.build.flat.FlatSite;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.Stack;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.Session;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Rebuilds a past site from the log.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Rebuilds the site as it was, from the snapshots on the log.",
      "The build is a preview unless --publish is given."
    })
final class ReplayCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /// Which past site.
  static final class What {
    @Option(
        names = "--as-of",
        paramLabel = "TIME",
        description =
            "A moment, e.g. 2026-08-22T15:00:00Z: the last live site before the next details.")
    private @Nullable Instant asOf;

    @Option(
        names = "--build",
        paramLabel = "BUILD",
        description = "An earlier build: exactly its inputs.")
    private @Nullable String build;
  }

  @Option(names = "--publish", description = "Make it the live build.")
  private boolean publish;

  @Option(names = "--out", paramLabel = "DIR", description = "Also write it as files.")
  private @Nullable Path out;

  @Mixin private DataOption data = new DataOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (out != null) {
      OutputDirectory.prepare(out);
    }
    boolean remote = System.getenv().containsKey("CEPA_KAFKA_BOOTSTRAP_SERVERS");
    if (remote || DataDirectory.running(data.directory()).isPresent()) {
      try (Session session = Session.open(data.directory(), System.getenv())) {
        replay(session.clients(), session.objects(), data.directory());
      }
    } else {
      Map<String, String> properties =
          Map.of(
              "cepa.standalone.fetcher", "false",
              "cepa.standalone.edge", "false",
              "cepa.processor.automatic", "false");
      try (DataDirectory directory = DataDirectory.hold(data.directory());
          Stack stack = Stack.start(directory, properties)) {
        replay(stack.get(KafkaClients.class), stack.get(ObjectStore.class), directory.root());
      }
    }
    return ExitCode.OK;
  }

  private void replay(KafkaClients clients, ObjectStore objects, Path root)
      throws InterruptedException {
    var progress = Progress.standard(spec.commandLine().getOut(), false);
    BuildLedger.Entry build = new Requests(clients, progress).build(request(), LIMIT);
    boolean finished =
        build.state() == BuildLedger.State.CHECKED || build.state() == BuildLedger.State.LIVE;
    if (!finished) {
      throw new CommandFailure(
          ExitCode.INCOMPLETE,
          "Build " + build.build() + " ended as " + build.state() + ": " + build.note());
    }
    progress.line("build " + build.build() + ", as of " + build.plan().asOf());
    if (out != null) {
      FlatResult report =
          new FlatSite(objects).write(build.build(), out, root.resolve("replay-flat.json"));
      progress.line(report.written() + " files written in " + out);
    }
    preview(build, root).ifPresent(url -> progress.line("preview: " + url));
  }

  private BuildRequest request() {
    String id = Requests.newId();
    if (what.asOf != null) {
      return new BuildRequest.AsOf(id, what.asOf, publish);
    }
    return new BuildRequest.SameInputs(id, what.build == null ? "" : what.build, publish);
  }

  private static Optional<String> preview(BuildLedger.Entry build, Path root) {
    return DataDirectory.running(root)
        .map(DataDirectory.Instance::url)
        .map(url -> url.replace("//localhost", "//" + build.build() + ".preview.localhost"));
  }
}
