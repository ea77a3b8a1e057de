package cepa.processor.analysis;

import cepa.model.History;
import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings;
import cepa.processor.AnalysisEngine;
import cepa.processor.Components;
import cepa.processor.Inputs;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What all analyses make of some snapshots.
public final class Results {

  private static final AnalysisEngine ENGINE = Components.all().engine();

  private final Map<Class<?>, Object> made;

  private Results(Map<Class<?>, Object> made) {
    this.made = made;
  }

  /// @param sources data of other sources than details
  public static Results of(Instant asOf, List<TestRelay> relays, Object... sources) {
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(
        Details.class, new Details("s", asOf, relays.stream().map(TestRelay::details).toList(), 0));
    for (Object source : sources) {
      given.put(source.getClass(), source);
    }
    given.put(History.class, History.empty());
    given.put(SiteSettings.class, new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7));
    given.put(Inputs.class, new Inputs(asOf, Map.of(), List.of(), "h"));
    return new Results(ENGINE.run(given));
  }

  public <T> T get(Class<T> type) {
    return Objects.requireNonNull(type.cast(made.get(type)), type.getSimpleName());
  }

  /// Index of the group of that kind which has exactly these relays, by their fingerprint's digit.
  public int group(String kind, String... digits) {
    NetworkModel model = get(NetworkModel.class);
    List<RelayGroup> groups = model.groups(kind);
    for (int i = 0; i < groups.size(); i++) {
      List<String> members =
          groups.get(i).members().stream()
              .map(member -> model.relays().get(member).fingerprint().hex().substring(0, 1))
              .sorted()
              .toList();
      if (members.equals(List.of(digits))) {
        return i;
      }
    }
    throw new AssertionError("No " + kind + " of " + List.of(digits));
  }

  /// Index of a relay in base order, by its fingerprint's digit.
  public int relay(String digit) {
    var relays = get(NetworkModel.class).relays();
    for (int i = 0; i < relays.size(); i++) {
      if (relays.get(i).fingerprint().hex().startsWith(digit)) {
        return i;
      }
    }
    throw new AssertionError("No relay " + digit);
  }
}
