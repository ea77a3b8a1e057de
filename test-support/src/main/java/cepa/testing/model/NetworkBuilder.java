package cepa.testing.model;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.model.Fingerprint;
import cepa.model.GroupTotals;
import cepa.model.ModelPart;
import cepa.model.ModelParts;
import cepa.model.NetworkModel;
import cepa.model.NetworkTotals;
import cepa.model.NetworkTrend;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.Series;
import cepa.model.SiteSettings;
import cepa.model.SourceProvenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Describes a network to be built. Groups, totals and fractions follow from the relays. Every
/// method changes the builder and returns it; building twice gives equal models.
public final class NetworkBuilder {

  private static final List<String> SOURCES =
      List.of("onionoo-details", "onionoo-uptime", "onionoo-bandwidth", "aroi-validation");

  private final List<RelayBuilder> relays = new ArrayList<>();
  private final Map<String, SourceProvenance.State> sources = new TreeMap<>();
  private Instant asOf = Networks.AS_OF;
  private SiteSettings site =
      new SiteSettings("https://relays.example.org", SiteSettings.BandwidthUnit.BITS, 7);
  private final Set<String> proved = new HashSet<>();
  private final Map<Class<?>, ModelPart> parts = new HashMap<>();
  private NetworkTrend trend = new NetworkTrend(List.of(), List.of());

  NetworkBuilder() {
    SOURCES.forEach(source -> sources.put(source, SourceProvenance.State.FRESH));
  }

  public NetworkBuilder with(RelayBuilder... more) {
    relays.addAll(List.of(more));
    return this;
  }

  public NetworkBuilder asOf(Instant value) {
    asOf = value;
    return this;
  }

  public NetworkBuilder site(SiteSettings value) {
    site = value;
    return this;
  }

  /// @param url absolute without a trailing slash; null if the site does not know where it is
  public NetworkBuilder baseUrl(@Nullable String url) {
    return site(new SiteSettings(url, site.bandwidthUnit(), site.filterDowntimeDays()));
  }

  /// Sources are fresh unless told otherwise.
  public NetworkBuilder source(String id, SourceProvenance.State state) {
    sources.put(id, state);
    return this;
  }

  public NetworkBuilder trend(NetworkTrend value) {
    trend = value;
    return this;
  }

  /// A part of the model beside its core.
  public NetworkBuilder part(ModelPart part) {
    parts.put(part.getClass(), part);
    return this;
  }

  /// Domains whose relays all prove them; none unless told otherwise.
  public NetworkBuilder proved(String... domains) {
    proved.addAll(List.of(domains));
    return this;
  }

  /// The parts beside the core: what a test states stays, the rest follows from the relays.
  public List<ModelPart> parts() {
    return parts(build());
  }

  private List<ModelPart> parts(NetworkModel model) {
    Map<Class<?>, ModelPart> all = new LinkedHashMap<>();
    UnknownRelayParts.of(model).forEach(part -> all.put(part.getClass(), part));
    UnknownParts.of(model).forEach(part -> all.put(part.getClass(), part));
    Parts.of(model, proved).forEach(part -> all.put(part.getClass(), part));
    all.putAll(parts);
    return List.copyOf(all.values());
  }

  public NetworkModel build() {
    var sets = new MemberSets();
    List<Relay> built = new ArrayList<>();
    long sum = consensusWeight();
    for (int i = 0; i < relays.size(); i++) {
      RelayBuilder relay = relays.get(i);
      built.add(relay.build(relay.identity(i + 1), weight(relay, sum), sets));
    }
    built.sort(
        Comparator.comparingLong((Relay r) -> r.bandwidth().observedOrZero())
            .reversed()
            .thenComparing(Relay::fingerprint));
    Map<String, List<RelayGroup>> groups = Groups.all(built, sets.all());
    return new NetworkModel(
        asOf,
        site,
        sources.entrySet().stream().map(e -> provenance(e.getKey(), e.getValue())).toList(),
        totals(built, groups.getOrDefault("network", List.of())),
        built,
        groups,
        sets.all(),
        trend);
  }

  /// The model as a renderer has it, graphs included.
  public LoadedModel load(String id) {
    Map<Fingerprint, List<Series>> series = new HashMap<>();
    for (int i = 0; i < relays.size(); i++) {
      series.put(relays.get(i).identity(i + 1), relays.get(i).series());
    }
    NetworkModel model = build();
    return new LoadedModel(
        id, model, relay -> series.getOrDefault(relay, List.of()), ModelParts.of(parts(model)));
  }

  /// What a test states of the fractions stays; the rest follows from the weights of all.
  private static Relay.Weight weight(RelayBuilder relay, long sum) {
    Relay.Weight own = relay.weight();
    Long weight = own.consensusWeight();
    if (own.fraction() != null || weight == null) {
      return own;
    }
    double fraction = relay.isRunning() && sum > 0 ? (double) weight / sum : 0;
    return new Relay.Weight(
        weight,
        fraction,
        own.guardProbability(),
        own.middleProbability(),
        own.exitProbability(),
        own.measured());
  }

  private long consensusWeight() {
    return relays.stream()
        .filter(RelayBuilder::isRunning)
        .map(relay -> relay.weight().consensusWeight())
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private SourceProvenance provenance(String id, SourceProvenance.State state) {
    boolean present =
        state == SourceProvenance.State.FRESH || state == SourceProvenance.State.STALE;
    return new SourceProvenance(
        id, state, present ? id + "-1" : null, present ? asOf : null, present ? relays.size() : 0);
  }

  private NetworkTotals totals(List<Relay> built, List<RelayGroup> networks) {
    Map<String, Integer> flags = new TreeMap<>();
    built.forEach(relay -> relay.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum)));
    List<Boolean> recommended =
        built.stream()
            .map(relay -> relay.software().recommended())
            .filter(Objects::nonNull)
            .toList();
    GroupTotals all = Groups.totals(built, built);
    return new NetworkTotals(
        all,
        flags,
        (int) built.stream().filter(NetworkBuilder::hasIpv6).count(),
        (int) recommended.stream().filter(r -> r).count(),
        built.size() - recommended.size(),
        uptime(built),
        networksForHalf(networks),
        0);
  }

  private static boolean hasIpv6(Relay relay) {
    return relay.addresses().or().stream().anyMatch(address -> address.startsWith("["));
  }

  private Relay.@Nullable Uptime uptime(List<Relay> built) {
    SourceProvenance.State state = sources.get("onionoo-uptime");
    return state != null && provenance("onionoo-uptime", state).isPresent()
        ? Groups.meanUptime(built)
        : null;
  }

  private static int networksForHalf(List<RelayGroup> networks) {
    List<Double> shares =
        networks.stream()
            .map(group -> group.totals().weightFraction())
            .sorted(Comparator.reverseOrder())
            .toList();
    double sum = 0;
    int count = 0;
    while (count < shares.size() && sum < 0.5) {
      sum += shares.get(count++);
    }
    return count;
  }
}
