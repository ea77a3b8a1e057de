package cepa.standalone.command;

import cepa.standalone.ExitCode;
import cepa.standalone.Stack;
import cepa.standalone.instance.DataDirectory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Keeps a live site.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps a site from the public services: fetches, builds and serves in one process.",
      "Log and store stay in the data directory, so it goes on where it was stopped."
    })
final class RunCommand implements Callable<Integer> {

  @Mixin private SiteOptions site = new SiteOptions();
  @Mixin private DataOption data = new DataOption();
  @Mixin private Serving serving = new Serving();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    site.check();
    System.setProperty("cepa.log", "info");
    Map<String, String> properties = new TreeMap<>();
    site.into(properties);
    properties.put("cepa.edge.port", Integer.toString(serving.port()));
    properties.put("cepa.edge.address", serving.bind());
    try (DataDirectory directory = DataDirectory.hold(data.directory());
        Stack stack = Stack.start(directory, properties)) {
      serving.stay(stack, directory, spec.commandLine().getOut());
    }
    return ExitCode.OK;
  }
}
