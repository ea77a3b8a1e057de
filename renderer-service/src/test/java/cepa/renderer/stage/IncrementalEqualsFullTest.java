package cepa.renderer.stage;

import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.model.SourceProvenance.State;
import cepa.renderer.testing.LocalBuilds;
import cepa.renderer.testing.MemoryStore;
import cepa.renderer.toy.ToyFiles;
import cepa.renderer.toy.ToyList;
import cepa.renderer.toy.ToyRelays;
import cepa.testing.model.NetworkBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise that makes incremental builds safe, over random histories of a network.
class IncrementalEqualsFullTest {

  private static final int STEPS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyIncrementalSite_equalsTheFullOneByteForByte(long seed) {
    var history = new RandomHistory(seed);
    var store = new MemoryStore();
    LocalBuilds incremental = builds(store);
    String base = null;
    for (int step = 0; step < STEPS; step++) {
      LoadedModel model = history.next("model-" + step);
      LocalBuilds.Finished built = incremental.build("build-" + step, model, base);
      LocalBuilds.Finished full = builds(new MemoryStore()).build("full", model, null);

      assertThat(built.site()).as("step %s", step).isEqualTo(full.site());
      // Sometimes a build fails its gate and the next one starts from an older base.
      base = history.chance(4) && base != null ? base : "build-" + step;
    }
  }

  private static LocalBuilds builds(MemoryStore store) {
    return new LocalBuilds(store, 3, new ToyRelays(), new ToyList(), new ToyFiles());
  }

  /// A network whose relays come, go and change.
  private static final class RandomHistory {

    private final Random random;
    private final List<ToyRelay> relays = new ArrayList<>();
    private int born;

    RandomHistory(long seed) {
      random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        relays.add(newborn());
      }
    }

    boolean chance(int oneIn) {
      return random.nextInt(oneIn) == 0;
    }

    LoadedModel next(String id) {
      for (int changes = random.nextInt(6); changes > 0; changes--) {
        int which = random.nextInt(relays.size());
        ToyRelay relay = relays.get(which);
        switch (random.nextInt(5)) {
          case 0 -> relays.add(newborn());
          case 1 -> relays.remove(which);
          case 2 -> relays.set(which, relay.named("N" + random.nextInt(1000)));
          case 3 -> relays.set(which, relay.carrying(random.nextInt(90_000_000)));
          default -> relays.set(which, relay.toggled());
        }
      }
      NetworkBuilder network = aNetwork();
      relays.forEach(relay -> network.with(relay.describe()));
      return network.source("onionoo-uptime", chance(5) ? State.MISSING : State.FRESH).load(id);
    }

    private ToyRelay newborn() {
      return new ToyRelay(++born, "R" + born, random.nextInt(90_000_000), random.nextBoolean());
    }
  }

  private record ToyRelay(int number, String name, long bandwidth, boolean exit) {

    ToyRelay named(String value) {
      return new ToyRelay(number, value, bandwidth, exit);
    }

    ToyRelay carrying(long value) {
      return new ToyRelay(number, name, value, exit);
    }

    ToyRelay toggled() {
      return new ToyRelay(number, name, bandwidth, !exit);
    }

    cepa.testing.model.RelayBuilder describe() {
      String digits = Integer.toHexString(number).toUpperCase(Locale.ROOT);
      var relay =
          aRelay()
              .fingerprint("0".repeat(40 - digits.length()) + digits)
              .nickname(name)
              .bandwidth(bandwidth);
      return exit ? relay.exit() : relay;
    }
  }
}
