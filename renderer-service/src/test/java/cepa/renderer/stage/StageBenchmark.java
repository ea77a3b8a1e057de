package cepa.renderer.stage;

import static cepa.testing.model.Networks.aNetworkOf;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.build.PageEntry;
import cepa.renderer.PageFamily;
import cepa.renderer.asset.Assets;
import cepa.renderer.pages.ReferenceSite;
import cepa.renderer.template.SiteTemplates;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.LocalBuilds.Finished;
import cepa.renderer.testing.MemoryStore;
import cepa.rule.AllowedToUseSystemOut;
import cepa.service.Startup;
import cepa.testing.model.NetworkBuilder;
import cepa.testing.model.Networks;
import cepa.testing.model.RelayBuilder;
import io.pebbletemplates.pebble.extension.Extension;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JacksonModule;

/// How fast the real site of a made-up network is staged, beside the physical limit: digesting and
/// compressing the same bytes. Run by hand, see the module's README; one thread, so that CPU time
/// is what counts.
@AllowedToUseSystemOut("a measurement run by hand")
final class StageBenchmark {

  private static final int SHARDS = 64;

  private StageBenchmark() {}

  /// @param args number of relays (10,000) or `reference` for those of [ReferenceSite], number of
  ///   rounds (3)
  public static void main(String[] args) {
    Startup.neutral();
    String relays = args.length > 0 ? args[0] : "10000";
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    try (var context =
        new AnnotationConfigApplicationContext("cepa.renderer.pages", "cepa.renderer.view")) {
      run(context, relays, rounds);
    }
  }

  private static NetworkBuilder network(String relays) {
    return relays.equals("reference")
        ? ReferenceSite.load().network()
        : aNetworkOf(Integer.parseInt(relays), 1);
  }

  private static void run(AnnotationConfigApplicationContext context, String relays, int rounds) {
    Assets assets = Assets.onClassPath();
    var output =
        new ShardRenderer.Output(
            new SiteTemplates(context.getBeansOfType(Extension.class).values(), assets),
            new Twins(context.getBeansOfType(JacksonModule.class).values()),
            "benchmark",
            1_500_000);
    List<PageFamily> families = List.copyOf(context.getBeansOfType(PageFamily.class).values());
    for (int round = 1; round <= rounds; round++) {
      var store = new MemoryStore();
      var builds = new LocalBuilds(store, SHARDS, families, assets, output);
      LoadedModel model = network(relays).load("m1");
      int known = model.model().relays().size();
      NetworkBuilder more = network(relays).with(strangers(known / 100));
      LoadedModel tick = more.load("m2");
      System.out.printf("%n== round %d: %,d relays, %d families%n", round, known, families.size());
      Finished full = measured("full", () -> builds.build("b1", model, null));
      measured("same model again", () -> builds.build("b2", model, "b1"));
      measured("1 % more relays", () -> builds.build("b3", tick, "b1"));
      limit(full);
      if (round == rounds) {
        byFamily(full);
      }
    }
  }

  private static RelayBuilder[] strangers(int relays) {
    return IntStream.rangeClosed(1, relays)
        .mapToObj(i -> Networks.aRelay().fingerprint("%040X".formatted(i)).nickname("new" + i))
        .toArray(RelayBuilder[]::new);
  }

  /// Pages with their twins, redirects and bytes by the first segment of the path.
  private static void byFamily(Finished full) {
    Map<String, long[]> families = new TreeMap<>();
    for (PageEntry entry : full.entries().values()) {
      String path = entry.path();
      int slash = path.indexOf('/', 1);
      long[] sums =
          families.computeIfAbsent(
              slash < 0 ? "/" : path.substring(0, slash + 1), name -> new long[5]);
      if (entry.isRedirect()) {
        sums[4]++;
      } else {
        boolean page = !path.endsWith(".json");
        sums[page ? 0 : 1]++;
        sums[page ? 2 : 3] += entry.size();
      }
    }
    families.forEach((family, sums) ->
        System.out.printf(
            "%-14s %,7d pages %8.1f MB   twins %8.1f MB   %,7d redirects%n",
            family, sums[0], sums[2] / 1e6, sums[3] / 1e6, sums[4]));
  }

  private static Finished measured(String what, Supplier<Finished> build) {
    System.gc();
    long began = cpu();
    Finished built = build.get();
    double seconds = (cpu() - began) / 1e9;
    long pages = built.shards().stream().mapToLong(shard -> shard.pages()).sum();
    long raw = built.shards().stream().mapToLong(shard -> shard.rawBytes()).sum();
    long stored = built.shards().stream().mapToLong(shard -> shard.storedBytes()).sum();
    System.out.printf(
        "%-17s %6.2f s CPU  %,7d paths  %,7d rendered  %,7d changed  %6.1f MB raw  %5.1f MB stored"
            + "  %5.1f MB packed  %,7.0f paths/s  %5.0f MB/s%n",
        what,
        seconds,
        pages,
        built.rendered(),
        built.changed(),
        raw / 1e6,
        stored / 1e6,
        built.packBytes() / 1e6,
        pages / seconds,
        raw / 1e6 / seconds);
    Map<String, Long> steps = new TreeMap<>();
    built.steps().forEach((step, nanos) -> steps.put(step, nanos / 1_000_000));
    System.out.println("                  wall ms by step: " + steps);
    return built;
  }

  /// The same bodies, digested and compressed by the same means, nothing else.
  private static void limit(Finished full) {
    List<byte[]> bodies = new ArrayList<>();
    for (PageEntry entry : full.entries().values()) {
      if (!entry.isRedirect()) {
        bodies.add(full.body(entry));
      }
    }
    var digests = new Digests();
    var pack = new ByteSink(1 << 20);
    System.gc();
    long began = cpu();
    int digested = 0;
    for (byte[] body : bodies) {
      digested += digests.of(body).length();
    }
    long between = cpu();
    try (var gzip = new Gzip()) {
      for (byte[] body : bodies) {
        pack.reset();
        gzip.compress(body, body.length, pack);
      }
    }
    long end = cpu();
    System.out.printf(
        "limit             %6.2f s CPU  of which SHA-256 %.2f s, gzip %.2f s (%,d bodies)%n",
        (end - began) / 1e9, (between - began) / 1e9, (end - between) / 1e9, digested / 64);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
