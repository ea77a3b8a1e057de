package cepa.standalone.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a comparison found, counted by value.
public final class ParityReport {

  private static final int EXAMPLES = 3;

  private final Map<String, Counts> sections = new LinkedHashMap<>();
  private final Map<String, Long> deviations = new TreeMap<>();
  private final Map<String, Long> notCompared = new TreeMap<>();
  private final Map<String, Long> unexplained = new TreeMap<>();
  private final Map<String, List<Place>> examples = new TreeMap<>();

  /// Counts of one section.
  ///
  /// @param equal values equal at the precision the golden file has
  /// @param deviating values that differ by an accepted deviation
  /// @param notCompared values there is nothing to compare with
  /// @param unexplained values that differ for no accepted reason
  public record Counts(long equal, long deviating, long notCompared, long unexplained) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    public long compared() {
      return equal + deviating + unexplained;
    }

    Counts plus(Counts other) {
      return new Counts(
          equal + other.equal,
          deviating + other.deviating,
          notCompared + other.notCompared,
          unexplained + other.unexplained);
    }
  }

  void equal(Place place) {
    count(place, new Counts(1, 0, 0, 0));
  }

  void deviating(Place place, String id) {
    count(place, new Counts(0, 1, 0, 0));
    deviations.merge(id, 1L, Long::sum);
  }

  void notCompared(Place place, String reason) {
    count(place, new Counts(0, 0, 1, 0));
    notCompared.merge(reason, 1L, Long::sum);
  }

  /// @param known whether the model says anything there
  void unexplained(Place place, boolean known) {
    count(place, new Counts(0, 0, 0, 1));
    String field = place.field().replaceAll("\\[[^\\]]+\\]", "[*]") + (known ? "" : " (nothing)");
    unexplained.merge(field, 1L, Long::sum);
    List<Place> known3 = examples.computeIfAbsent(field, _ -> new ArrayList<>());
    if (known3.size() < EXAMPLES) {
      known3.add(place);
    }
  }

  private void count(Place place, Counts one) {
    sections.merge(place.section(), one, Counts::plus);
  }

  /// Counts by section, in the order of the golden file.
  public Map<String, Counts> sections() {
    return sections;
  }

  public Counts all() {
    return sections.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /// Values by id of the deviation that explains them.
  public Map<String, Long> deviations() {
    return deviations;
  }

  /// Values by the reason why there is nothing to compare with.
  public Map<String, Long> notCompared() {
    return notCompared;
  }

  /// Unexplained differences by field.
  public Map<String, Long> unexplained() {
    return unexplained;
  }

  /// The first few places of an unexplained field.
  public List<Place> examples(String field) {
    return examples.getOrDefault(field, List.of());
  }
}
