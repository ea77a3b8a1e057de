package cepa.bench.growth;

import cepa.bench.make.Product;
import cepa.json.Json;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.broker.kafka.EmbeddedBroker;
import cepa.store.directory.DirectoryStore;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A step of `growth` in a process of its own, so that its memory is its own.
@Command(name = "growth-step", hidden = true)
public final class GrowthStepCommand implements Callable<Integer> {

  /// Begins the line that holds the result.
  static final String RESULT = "RESULT ";

  /// What the process does.
  enum Task {
    FETCH,
    MODEL
  }

  @Parameters(index = "0")
  private Task task = Task.FETCH;

  @Parameters(index = "1")
  private Path data = Path.of("");

  @Option(names = "--relays", defaultValue = "10916")
  private int relays = 10_916;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    switch (task) {
      case FETCH -> fetch();
      case MODEL -> model();
    }
    return 0;
  }

  private void fetch() throws Exception {
    Path spool = Files.createDirectories(data.resolve("simulator"));
    var settings = SimulatorSettings.defaults().withRelays(relays).withSpool(spool);
    try (var upstream = UpstreamSimulator.start(settings);
        Product product =
            // No cap by bytes: here a snapshot may be ten times the usual size.
            Product.start(data, upstream, Map.of("cepa.kafka.snapshot-retention-bytes", "-1"))) {
      product.fetch(product.sources());
    }
  }

  private void model() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("log"));
        var objects = new DirectoryStore(data.resolve("store"))) {
      var clients = new KafkaClients(KafkaSettings.at(broker.bootstrapServers()), "bench");
      ModelRun run = new ModelMaker(clients, objects).run();
      var out = spec.commandLine().getOut();
      out.println(RESULT + new String(Json.bytes(run), StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
