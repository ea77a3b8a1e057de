package cepa.renderer;

import cepa.artefact.ModelStore.LoadedModel;
import cepa.model.Fingerprint;
import cepa.model.ModelPart;
import cepa.model.ModelParts;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.SeriesLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a family makes its pages from. Immutable, shared by all shards of a model, safe for many
/// threads.
///
/// @param data the model and what is looked up in it
/// @param links where other families' pages are
/// @param indexedPaths the canonical paths of all pages that search engines may list, in order;
///   costs a pass over all families, for the sitemap only
public record PageContext(Data data, Links links, Supplier<List<String>> indexedPaths) {

  public NetworkModel model() {
    return data.model();
  }

  public SeriesLookup series() {
    return data.series();
  }

  /// What one analysis found, by the type of its result.
  public <P extends ModelPart> P part(Class<P> type) {
    return data.part(type);
  }

  /// The model with its relays by fingerprint, and values that several pages share.
  public static final class Data {

    private final NetworkModel model;
    private final SeriesLookup series;
    private final ModelParts parts;
    private final Map<Fingerprint, Integer> relays;
    private final Map<Class<?>, Object> shared = new HashMap<>();

    public Data(LoadedModel loaded) {
      this.model = loaded.model();
      this.series = loaded.series();
      this.parts = loaded.parts();
      this.relays = HashMap.newHashMap(model.relays().size());
      for (int i = 0; i < model.relays().size(); i++) {
        relays.put(model.relays().get(i).fingerprint(), i);
      }
    }

    public NetworkModel model() {
      return model;
    }

    public SeriesLookup series() {
      return series;
    }

    /// What one analysis found, by the type of its result.
    public <P extends ModelPart> P part(Class<P> type) {
      return parts.get(type);
    }

    /// The relay of that fingerprint, or null if the model has none.
    public @Nullable Relay relay(Fingerprint fingerprint) {
      Integer index = relays.get(fingerprint);
      return index == null ? null : model.relays().get(index);
    }

    public boolean hasRelay(Fingerprint fingerprint) {
      return relays.containsKey(fingerprint);
    }

    /// A value made once a model and used by several pages or families, e.g. the table rows of all
    /// relays.
    public <T> T shared(Class<T> type, Supplier<T> maker) {
      synchronized (shared) {
        Object known = shared.get(type);
        if (known == null) {
          known = maker.get();
          shared.put(type, known);
        }
        return type.cast(known);
      }
    }
  }
}
