package cepa.standalone.command;

import cepa.build.BuildLedger;
import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Ends the hold of a rollback.
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Ends the hold that a rollback set: readers see the newest checked build,",
      "and later builds are shown again as they come."
    })
final class ResumeCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = Session.open(data.directory(), System.getenv())) {
      BuildStore builds = session.builds();
      BuildStore.Live live =
          builds
              .live()
              .orElseThrow(
                  () -> new CommandFailure(ExitCode.REFUSED, "There is no live build yet"));
      if (!live.value().hold()) {
        spec.commandLine().getOut().println("Publishing is not on hold.");
        return ExitCode.OK;
      }
      String newest = newestHeld(session, builds).orElse(live.value().build());
      builds.setLive(
          Optional.of(live), new LiveBuild(newest, live.value().build(), Instant.now(), false));
      spec.commandLine().getOut().println("Readers see " + newest + " now; publishing goes on.");
    }
    return ExitCode.OK;
  }

  private static Optional<String> newestHeld(Session session, BuildStore builds) {
    return BuildsCommand.ledger(session).builds().reversed().stream()
        .filter(build -> build.plan().publish())
        .filter(build ->
            build.state() == BuildLedger.State.CHECKED || build.state() == BuildLedger.State.LIVE)
        .map(BuildLedger.Entry::build)
        .filter(build -> builds.manifest(build).isPresent())
        .findFirst();
  }
}
