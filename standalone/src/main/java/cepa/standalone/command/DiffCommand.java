package cepa.standalone.command;

import cepa.build.BuildManifest;
import cepa.build.ManifestDiff;
import cepa.standalone.CommandFailure;
import cepa.standalone.ExitCode;
import cepa.standalone.instance.Session;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Compares two builds.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Says which pages differ between two builds.")
final class DiffCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "A", description = "A build, see ./cepa builds.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another build.")
  private String other = "";

  @Option(names = "--summary", description = "Only counts by page family.")
  private boolean summary;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(data.directory(), System.getenv())) {
      ManifestDiff diff =
          ManifestDiff.between(session.builds(), manifest(session, one), manifest(session, other));
      if (!summary) {
        diff.changes()
            .forEach(change -> out.println(change.kind().name().charAt(0) + " " + change.path()));
      }
      diff.counts().forEach((family, count) -> out.println(family + ": " + count));
      out.println(diff.changes().size() + " of " + diff.pages() + " paths differ");
    }
    return ExitCode.OK;
  }

  private static BuildManifest manifest(Session session, String build) {
    return session
        .builds()
        .manifest(build)
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.REFUSED,
                "There is no finished build " + build + "; ./cepa builds lists them"));
  }
}
