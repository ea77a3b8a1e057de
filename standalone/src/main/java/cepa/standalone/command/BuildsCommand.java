package cepa.standalone.command;

import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.build.BuildStore;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.Session;
import cepa.topic.Topics;
import cepa.topic.kafka.TopicCreator;
import cepa.topic.kafka.TopicFollower;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists builds, newest first.
@Command(
    name = "builds",
    mixinStandardHelpOptions = true,
    description = "Lists builds, newest first, and says which one readers see.")
final class BuildsCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = {"-n", "--most"},
      paramLabel = "N",
      description = "How many (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int most = 20;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(data.directory(), System.getenv())) {
      BuildLedger ledger = ledger(session);
      String live =
          session.builds().live().map(BuildStore.Live::value).map(l -> l.build()).orElse("");
      boolean hold = session.builds().live().map(l -> l.value().hold()).orElse(false);
      List<BuildLedger.Entry> builds = ledger.builds().reversed();
      if (builds.isEmpty()) {
        out.println("There are no builds yet.");
      }
      builds.stream().limit(most).forEach(build -> out.println(line(build, live)));
      if (hold) {
        out.println("Publishing is on hold since a rollback; ./cepa resume ends that.");
      }
    }
    return ExitCode.OK;
  }

  static BuildLedger ledger(Session session) {
    new TopicCreator(session.clients()).ensureTopics(Set.of());
    var ledger = new BuildLedger();
    TopicFollower.readAll(session.clients(), Topics.BUILDS, BuildEvent.class)
        .forEach(event -> ledger.fold(event.value()));
    return ledger;
  }

  private static String line(BuildLedger.Entry build, String live) {
    StringBuilder line = new StringBuilder();
    line.append(build.build().equals(live) ? "* " : "  ").append(build.build());
    line.append("  ").append(build.state());
    line.append("  as of ").append(build.plan().asOf());
    BuildEvent.Staged staged = build.staged();
    if (staged != null) {
      line.append("  ").append(staged.pages()).append(" pages, ");
      line.append(staged.rendered()).append(" rendered, ");
      line.append(staged.changed()).append(" changed");
    }
    line.append("  (").append(build.plan().cause()).append(')');
    if (!build.note().isEmpty()) {
      line.append("  ").append(build.note());
    }
    return line.toString();
  }
}
