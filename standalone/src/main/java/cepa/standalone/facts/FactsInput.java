package cepa.standalone.facts;

import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What facts are made of: the model, and everything that readers and analyses made on the way to
/// it. Not safe for several threads.
public final class FactsInput {

  private final Map<Class<?>, Object> made;
  private final NetworkModel model;
  private final Map<Fingerprint, Integer> indexes = new HashMap<>();
  private final Map<String, Map<String, RelayGroup>> groups = new HashMap<>();
  private final Map<Class<?>, Object> derived = new HashMap<>();

  /// @param made values by type, the model among them; a source that is missing has none
  public FactsInput(Map<Class<?>, Object> made) {
    this.made = Map.copyOf(made);
    NetworkModel found = find(NetworkModel.class);
    if (found == null) {
      throw new IllegalArgumentException("Facts need a model");
    }
    this.model = found;
    for (int i = 0; i < model.relays().size(); i++) {
      indexes.put(model.relays().get(i).fingerprint(), i);
    }
    model
        .groups()
        .forEach((kind, all) -> {
          Map<String, RelayGroup> byKey = new TreeMap<>();
          all.forEach(group -> byKey.put(group.key(), group));
          groups.put(kind, byKey);
        });
  }

  public NetworkModel model() {
    return model;
  }

  public List<Relay> relays() {
    return model.relays();
  }

  /// The members of a group in base order.
  public List<Relay> members(RelayGroup group) {
    return group.members().stream().map(relays()::get).toList();
  }

  /// The relay's place in base order; null if the model has no such relay.
  public @Nullable Integer index(String fingerprint) {
    Fingerprint parsed = Fingerprint.parse(fingerprint);
    return parsed == null ? null : indexes.get(parsed);
  }

  /// The groups of a kind by key.
  public Map<String, RelayGroup> groups(String kind) {
    return groups.getOrDefault(kind, Map.of());
  }

  /// What a reader or an analysis made; null if its source is missing.
  public final <T> @Nullable T find(Class<T> type) {
    return type.cast(made.get(type));
  }

  /// Like [#find] for what is always there.
  public <T> T get(Class<T> type) {
    T found = find(type);
    if (found == null) {
      throw new IllegalStateException("Nothing made " + type.getSimpleName());
    }
    return found;
  }

  /// What is made of this input alone, made once.
  public <T> T derive(Class<T> type, Function<FactsInput, T> maker) {
    Object known = derived.get(type);
    if (known == null) {
      known = maker.apply(this);
      derived.put(type, known);
    }
    return type.cast(known);
  }
}
