package cepa.standalone.command;

import cepa.build.BuildStore;
import cepa.build.LiveBuild;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.Session;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows readers an earlier build: one write.
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Shows readers an earlier build, at once.",
      "Later builds are made and checked, but not shown, until ./cepa resume."
    })
final class RollbackCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "BUILD", description = "A build, see ./cepa builds.")
  private String build = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (Session session = Session.open(data.directory(), System.getenv())) {
      BuildStore builds = session.builds();
      if (builds.manifest(build).isEmpty()) {
        throw new CommandFailure(
            ExitCode.REFUSED, "There is no finished build " + build + "; ./cepa builds lists them");
      }
      var live = builds.live();
      String previous = live.map(l -> l.value().build()).orElse(null);
      builds.setLive(live, new LiveBuild(build, previous, Instant.now(), true));
      spec.commandLine()
          .getOut()
          .println("Readers see " + build + " now. Later builds wait until ./cepa resume.");
    }
    return ExitCode.OK;
  }
}
