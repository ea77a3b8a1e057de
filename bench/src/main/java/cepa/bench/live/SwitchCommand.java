package cepa.bench.live;

import cepa.bench.Shown;
import cepa.bench.TextTable;
import cepa.bench.make.Product;
import cepa.build.BuildEvent;
import cepa.build.BuildLedger;
import cepa.edge.EdgeServer;
import cepa.simulator.SimulatorSettings;
import cepa.simulator.UpstreamSimulator;
import cepa.standalone.Stack;
import cepa.standalone.command.CepaCommand;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.TemporaryDirectory;
import cepa.store.directory.DirectoryStore;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.TopicFollower;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How fast readers see another build.
@Command(
    name = "switch",
    mixinStandardHelpOptions = true,
    description = {
      "Serves one of two builds of a whole site, switches back and forth with ./cepa rollback, and"
          + " says how many objects that wrote and when readers saw the other build.",
      "Exits with 1 if more than one object was written or it took longer than wanted."
    })
public final class SwitchCommand implements Callable<Integer> {

  private static final Duration WANTED = Duration.ofSeconds(5);
  private static final Duration ASK_EVERY = Duration.ofMillis(10);
  private static final String LIVE = "live.json";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A data directory with two builds; without it they are made, which takes time.")
  private @Nullable Path data;

  @Option(
      names = "--relays",
      paramLabel = "N",
      defaultValue = "10916",
      description = "Size of the network, if builds are made (default: ${DEFAULT-VALUE}).")
  private int relays = 10_916;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "6",
      description = "Number of switches (default: ${DEFAULT-VALUE}).")
  private int rounds = 6;

  @Spec private CommandSpec spec;

  /// One switch.
  private record Switched(List<String> written, long command, long seen) {}

  @Override
  public Integer call() throws Exception {
    if (data != null) {
      return measure(data);
    }
    try (var temporary = TemporaryDirectory.create("cepa-switch")) {
      make(temporary.path());
      return measure(temporary.path());
    }
  }

  private void make(Path root) throws InterruptedException, IOException {
    Path spool = Files.createDirectories(root.resolve("simulator"));
    var settings = SimulatorSettings.defaults().withRelays(relays).withSpool(spool);
    try (var upstream = UpstreamSimulator.start(settings);
        Product product = Product.start(root, upstream, Map.of())) {
      for (int tick = 0; tick < 2; tick++) {
        upstream.setTick(tick);
        product.fetch(product.sources());
        var _ = product.build();
      }
    }
  }

  private int measure(Path root) throws Exception {
    var properties =
        Map.of(
            "cepa.standalone.fetcher", "false",
            "cepa.processor.automatic", "false",
            "cepa.edge.port", "0",
            "cepa.edge.address", "127.0.0.1");
    List<Switched> all = new ArrayList<>();
    try (DataDirectory directory = DataDirectory.hold(root);
        Stack stack = Stack.start(directory, properties);
        HttpClient client = HttpClient.newHttpClient()) {
      List<BuildLedger.Entry> builds = live(stack.get(KafkaClients.class));
      if (builds.size() < 2) {
        throw new IllegalArgumentException(root + " has not two builds that were live");
      }
      URI home = URI.create("http://127.0.0.1:" + stack.get(EdgeServer.class).port() + "/");
      List<BuildLedger.Entry> two = builds.subList(builds.size() - 2, builds.size());
      print(two);
      for (int round = 0; round < rounds; round++) {
        all.add(toOther(client, home, two, root));
      }
    }
    return verdict(all, root);
  }

  private static List<BuildLedger.Entry> live(KafkaClients clients) {
    var ledger = new BuildLedger();
    TopicFollower.readAll(clients, Topics.BUILDS, BuildEvent.class)
        .forEach(event -> ledger.fold(event.value()));
    return ledger.builds().stream()
        .filter(build -> build.state() == BuildLedger.State.LIVE)
        .toList();
  }

  private void print(List<BuildLedger.Entry> builds) {
    for (BuildLedger.Entry build : builds) {
      var staged = build.staged();
      String paths = staged == null ? "" : ": " + Shown.count(staged.pages()) + " paths";
      spec.commandLine().getOut().println("build " + build.build() + paths);
    }
  }

  private static Switched toOther(
      HttpClient client, URI home, List<BuildLedger.Entry> two, Path root) throws Exception {
    String now = served(client, home);
    String other =
        two.stream()
            .map(BuildLedger.Entry::build)
            .filter(build -> !build.equals(now))
            .toList()
            .getLast();
    StoreState before = StoreState.of(root.resolve("store"));
    CommandLine cepa = CepaCommand.commandLine();
    cepa.setOut(new PrintWriter(Writer.nullWriter()));
    long began = System.nanoTime();
    int code = cepa.execute("rollback", other, "--data", root.toString());
    if (code != 0) {
      throw new IllegalStateException("rollback ended with " + code);
    }
    long command = System.nanoTime() - began;
    while (!served(client, home).equals(other)) {
      if (System.nanoTime() - began > 10 * WANTED.toNanos()) {
        throw new IllegalStateException("The edge does not serve " + other);
      }
      Thread.sleep(ASK_EVERY);
    }
    long seen = System.nanoTime() - began;
    List<String> written = StoreState.of(root.resolve("store")).writtenSince(before);
    return new Switched(written, command, seen);
  }

  private static String served(HttpClient client, URI home)
      throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(home).build(), BodyHandlers.discarding())
        .headers()
        .firstValue("X-Cepa-Build")
        .orElse("");
  }

  private int verdict(List<Switched> all, Path root) {
    PrintWriter out = spec.commandLine().getOut();
    var table = new TextTable("switch", "objects written", "command", "seen by readers after");
    for (Switched one : all) {
      table.row(
          "to the other",
          one.written().size(),
          Shown.milliseconds(one.command()),
          Shown.seconds(one.seen()));
    }
    out.println(table);
    long slowest = all.stream().mapToLong(Switched::seen).max().orElse(0);
    long limit = write(root);
    out.println("limit: one durable write of the same store takes " + Shown.milliseconds(limit));
    boolean one = all.stream().allMatch(switched -> switched.written().equals(List.of(LIVE)));
    boolean fast = slowest <= WANTED.toNanos();
    out.println((one ? "met     " : "MISSED  ") + "one object, " + LIVE + ", is written");
    out.println(
        (fast ? "met     " : "MISSED  ")
            + "slowest "
            + Shown.seconds(slowest)
            + " of at most "
            + Shown.seconds(WANTED.toNanos())
            + ", ratio "
            + Shown.ratio((double) slowest / WANTED.toNanos()));
    return one && fast ? 0 : 1;
  }

  /// Nanoseconds of the median of a few small writes.
  private static long write(Path root) {
    long[] times = new long[5];
    try (var store = new DirectoryStore(root.resolve("store"))) {
      for (int i = 0; i < times.length; i++) {
        long began = System.nanoTime();
        store.put("bench/" + i, new byte[200], "text/plain");
        times[i] = System.nanoTime() - began;
      }
      store.delete(IntStream.range(0, times.length).mapToObj(i -> "bench/" + i).toList());
    }
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
