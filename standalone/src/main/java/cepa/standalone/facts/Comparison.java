package cepa.standalone.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares every figure, key and membership of a golden file with the model computed from the same
/// documents.
public final class Comparison {

  /// Sections of which golden files hold every entry, so that one we have alone is a difference.
  private static final Set<String> COMPLETE =
      Set.of("all_relays", "as", "country", "platform", "flag");

  private final List<FactsSource> sources;
  private final List<? extends Deviation> deviations;
  private final List<NotCompared> notCompared;

  public Comparison(
      List<FactsSource> sources,
      List<? extends Deviation> deviations,
      List<NotCompared> notCompared) {
    this.sources = List.copyOf(sources);
    this.deviations = List.copyOf(deviations);
    this.notCompared = List.copyOf(notCompared);
  }

  public ParityReport compare(GoldenFile golden, FactsInput input) {
    var report = new ParityReport();
    golden.read(wholes(input), (section, entries) -> section(section, entries, input, report));
    return report;
  }

  private Set<String> wholes(FactsInput input) {
    return sources.stream()
        .filter(source -> source.keys(input).contains(FactsSource.WHOLE))
        .map(FactsSource::section)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void section(
      String section,
      Map<String, @Nullable Object> entries,
      FactsInput input,
      ParityReport report) {
    FactsSource source =
        sources.stream().filter(s -> s.section().equals(section)).findFirst().orElse(null);
    if (source != null && COMPLETE.contains(section)) {
      leaf(
          new Place(
              section,
              "",
              "[]",
              List.copyOf(new TreeSet<>(entries.keySet())),
              List.copyOf(new TreeSet<>(source.keys(input)))),
          true,
          input,
          report);
    }
    entries.forEach((key, entry) -> {
      Map<String, @Nullable Object> ours =
          source == null ? new LinkedHashMap<>() : Leaves.of(source.facts(input, key));
      Leaves.of(entry)
          .forEach((path, value) ->
              leaf(
                  new Place(section, key, path, value, Leaves.get(ours, path)),
                  Leaves.has(ours, path),
                  input,
                  report));
    });
  }

  private void leaf(Place place, boolean known, FactsInput input, ParityReport report) {
    for (NotCompared rule : notCompared) {
      if (rule.fields().matcher(place.field()).matches()) {
        report.notCompared(place, rule.reason());
        return;
      }
    }
    if (known && Values.same(place.golden(), place.ours())) {
      report.equal(place);
      return;
    }
    for (Deviation deviation : deviations) {
      if (deviation.explains(place, input)) {
        report.deviating(place, deviation.id());
        return;
      }
    }
    report.unexplained(place, known);
  }
}
