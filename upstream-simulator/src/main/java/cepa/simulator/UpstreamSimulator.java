package cepa.simulator;

import cepa.simulator.fault.Faults;
import cepa.simulator.http.HttpServer;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.SimulatedNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every upstream service in one process, on one port. Its clock stands still until it is moved.
/// Safe for use by many threads.
public final class UpstreamSimulator implements AutoCloseable {

  private final SimulatedNetwork network;
  private final SimulatedSources sources;
  private final Faults faults = new Faults();
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final Spool spool;
  private final HttpServer server;
  private final String host;
  private volatile SimulatedMoment moment;
  private @Nullable Thread ticker;

  private UpstreamSimulator(SimulatorSettings settings, SimulatedSources sources)
      throws IOException {
    this.network =
        new SimulatedNetwork(settings.seed(), settings.relays(), settings.steadyWeights());
    this.sources = sources;
    this.moment = new SimulatedMoment(network, settings.tick(), Edits.NONE, null);
    this.spool = new Spool(settings.spool());
    this.host = settings.bind();
    String salt =
        Long.toHexString(network.seed().of(settings.relays()).bits())
            + (settings.steadyWeights() ? "s" : "");
    DocumentHandler documents = new DocumentHandler(this, spool, salt);
    ControlHandler control = new ControlHandler(this);
    this.server =
        HttpServer.start(
            new InetSocketAddress(settings.bind(), settings.port()),
            (request, connection) -> {
              if (request.path().equals(ControlHandler.PATH)) {
                control.handle(request, connection);
              } else {
                documents.handle(request, connection);
              }
            });
  }

  /// Listens when it returns.
  public static UpstreamSimulator start(SimulatorSettings settings) {
    return start(settings, SimulatedSources.onClassPath());
  }

  /// The same with other sources; they are closed with the simulator.
  public static UpstreamSimulator start(SimulatorSettings settings, SimulatedSources sources) {
    try {
      return new UpstreamSimulator(settings, sources);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator could not start", e);
    }
  }

  /// Where it listens, without a slash at the end.
  public URI baseUrl() {
    return URI.create("http://" + host + ":" + server.port());
  }

  public SimulatedNetwork network() {
    return network;
  }

  public SimulatedSources sources() {
    return sources;
  }

  public Faults faults() {
    return faults;
  }

  public int tick() {
    return moment.tick();
  }

  /// Moves the clock to an hour, forwards or back.
  public synchronized void setTick(int tick) {
    if (tick < 0 || tick > SimulatedNetwork.LAST_TICK) {
      throw new IllegalArgumentException(
          "The tick must be 0 to " + SimulatedNetwork.LAST_TICK + ", not " + tick);
    }
    change(new SimulatedMoment(network, tick, moment.edits(), null));
  }

  /// Moves the clock on by some hours.
  public synchronized void advance(int hours) {
    setTick(tick() + hours);
  }

  /// Lets an hour pass every so often, until the last tick or until the simulator is closed.
  public synchronized void tickEvery(Duration real) {
    stopTicking();
    ticker =
        Thread.ofVirtual()
            .name("simulator-clock")
            .start(() -> {
              try {
                while (tick() < SimulatedNetwork.LAST_TICK) {
                  Thread.sleep(real);
                  tickUnlessStopped();
                }
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private synchronized void tickUnlessStopped() {
    if (Thread.currentThread().equals(ticker)) {
      advance(1);
    }
  }

  /// Lets the clock stand still again.
  public synchronized void stopTicking() {
    if (ticker != null) {
      ticker.interrupt();
      ticker = null;
    }
  }

  /// Changes a field of a relay in the details document from the present tick on.
  ///
  /// @param value text, number, truth value, list …; null: leaves the field out
  public void edit(String fingerprint, String field, @Nullable Object value) {
    edit(fingerprint, field, value, tick());
  }

  /// The same, from a tick on that may be in the future.
  public synchronized void edit(
      String fingerprint, String field, @Nullable Object value, int fromTick) {
    NetworkHour hour = network.at(Math.max(fromTick, tick()));
    if (hour.relays().stream().noneMatch(relay -> relay.fingerprint().equals(fingerprint))) {
      throw new IllegalArgumentException(
          "No relay " + fingerprint + " in the network of tick " + hour.tick());
    }
    JsonNode json = value == null ? null : JsonMapper.shared().valueToTree(value);
    Edits.Edit edit = new Edits.Edit(fingerprint, field, json, fromTick);
    change(new SimulatedMoment(network, tick(), moment.edits().with(edit), null));
  }

  /// Takes all edits back.
  public synchronized void clearEdits() {
    change(new SimulatedMoment(network, tick(), moment.edits().cleared(), null));
  }

  /// How often this path was asked for, without the name of the service.
  public long requests(String path) {
    LongAdder count = requests.get(path);
    return count == null ? 0 : count.sum();
  }

  /// The same for all paths.
  public Map<String, Long> requests() {
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach((path, count) -> counts.put(path, count.sum()));
    return counts;
  }

  public void clearRequests() {
    requests.clear();
  }

  void count(String path) {
    requests.computeIfAbsent(path, _ -> new LongAdder()).increment();
  }

  SimulatedMoment moment() {
    return moment;
  }

  private void change(SimulatedMoment next) {
    moment = next;
    spool.retain(sources.documents(next));
  }

  @Override
  public void close() {
    stopTicking();
    server.close();
    sources.close();
    spool.close();
  }
}
