package cepa.standalone.command;

import cepa.json.Json;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.Session;
import cepa.topic.SnapshotEvent;
import cepa.topic.SnapshotLedger;
import cepa.topic.SnapshotManifest;
import cepa.topic.Topics;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import cepa.topic.kafka.TopicWriter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists snapshots and decides about those in quarantine.
@Command(
    name = "snapshots",
    mixinStandardHelpOptions = true,
    description = "Lists the snapshots on the log; accepts or rejects one.",
    subcommands = {SnapshotsCommand.Accept.class, SnapshotsCommand.Reject.class})
final class SnapshotsCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--source", paramLabel = "ID", description = "Only this source.")
  private String source = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(data.directory(), System.getenv())) {
      ledger(session).entries().stream()
          .filter(e -> source.isEmpty() || e.manifest().source().equals(source))
          .forEach(entry -> out.println(line(entry)));
    }
    return ExitCode.OK;
  }

  private static SnapshotLedger ledger(Session session) {
    new TopicCreator(session.clients()).ensureTopics(Set.of());
    var ledger = new SnapshotLedger();
    TopicFollower.readAll(session.clients(), Topics.SNAPSHOTS, SnapshotEvent.class)
        .forEach(event -> ledger.fold(event.offset(), event.value()));
    return ledger;
  }

  private static String line(SnapshotLedger.Entry entry) {
    SnapshotManifest snapshot = entry.manifest();
    String state =
        entry.rejected() != null
            ? "rejected"
            : entry.accepted() != null ? "accepted" : "quarantined: " + snapshot.quarantine();
    return snapshot.id()
        + "  published "
        + snapshot.published()
        + "  "
        + snapshot.records()
        + " records  "
        + state
        + (entry.reason() == null ? "" : " (" + entry.reason() + ")");
  }

  private static void decide(DataOption data, String snapshot, Decision decision) {
    try (Session session = Session.open(data.directory(), System.getenv())) {
      SnapshotManifest manifest =
          ledger(session)
              .find(snapshot)
              .orElseThrow(() ->
                  new CommandFailure(
                      ExitCode.REFUSED,
                      "There is no snapshot " + snapshot + "; ./cepa snapshots lists them"))
              .manifest();
      SnapshotEvent event = decision.of(manifest.source(), snapshot, Instant.now());
      try (var writer = new TopicWriter(session.clients())) {
        writer.write(
            Topics.SNAPSHOTS,
            manifest.source(),
            Json.MAPPER.writerFor(SnapshotEvent.class).writeValueAsBytes(event));
      }
    }
  }

  /// Makes the record of a decision.
  private interface Decision {
    SnapshotEvent of(String source, String snapshot, Instant at);
  }

  /// Uses a snapshot that waits in quarantine.
  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "Uses a quarantined snapshot from now on.")
  static final class Accept implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "Id of the snapshot.")
    private String snapshot = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the record.")
    private String reason = "accepted by hand";

    @Override
    public Integer call() {
      decide(
          data, snapshot, (source, id, at) -> new SnapshotEvent.Accepted(source, id, reason, at));
      return ExitCode.OK;
    }
  }

  /// No longer uses a snapshot.
  @Command(
      name = "reject",
      mixinStandardHelpOptions = true,
      description = "Stops using a snapshot from now on; the one before is used again.")
  static final class Reject implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "Id of the snapshot.")
    private String snapshot = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the record.")
    private String reason = "rejected by hand";

    @Override
    public Integer call() {
      decide(
          data, snapshot, (source, id, at) -> new SnapshotEvent.Rejected(source, id, reason, at));
      return ExitCode.OK;
    }
  }
}
