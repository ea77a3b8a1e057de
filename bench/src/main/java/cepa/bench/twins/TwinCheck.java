package cepa.bench.twins;

import cepa.bench.flat.Families;
import cepa.bench.flat.SiteFiles;
import cepa.bench.flat.Workers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares pages with their twins: once through all of them to learn which field each slot prints,
/// once to compare.
final class TwinCheck {

  private static final String RANKINGS = "rankings";

  private final SiteFiles files;
  private final Map<String, String> fields;
  private final SortedMap<String, int[]> counts = new TreeMap<>();
  private final List<Wrong> wrong = new ArrayList<>();
  private final SortedMap<String, Wrong> without = new TreeMap<>();

  private TwinCheck(SiteFiles files, Map<String, String> fields) {
    this.files = files;
    this.fields = fields;
  }

  /// A figure that is not what its twin says, or that the twin does not have.
  ///
  /// @param page file
  /// @param slot where on the page
  /// @param field of the twin; empty if none was found
  /// @param shown on the page
  /// @param known in the twin
  record Wrong(String page, String slot, String field, String shown, String known) {}

  /// @param family of pages
  /// @param pages looked at
  /// @param figures compared
  record Family(String family, int pages, int figures) {}

  /// @param families by name
  /// @param wrong figures that differ
  /// @param without one example of each slot that no field of the twin agrees with
  record Result(List<Family> families, List<Wrong> wrong, List<Wrong> without) {}

  static Result of(SiteFiles files, List<String> pages) {
    var slots = new Slots();
    Workers.each(pages, Slots::new, (own, page) -> learn(files, page, own)).forEach(slots::addAll);
    Map<String, String> fields = slots.fields();
    List<TwinCheck> workers =
        Workers.each(pages, () -> new TwinCheck(files, fields), TwinCheck::compare);
    return finish(workers);
  }

  private static void learn(SiteFiles files, String page, Slots slots) {
    TwinValues twin = twin(files, page);
    for (PageFigure figure : figures(files, page)) {
      Set<String> candidates = twin.fields(figure.token(), figure.row());
      boolean unknown = figure.token().shown().equals(Token.UNKNOWN);
      for (String name : names(page, figure)) {
        if (unknown) {
          slots.unknown(name, candidates);
        } else {
          slots.sample(name, candidates);
        }
      }
    }
  }

  private void compare(String page) {
    TwinValues twin = twin(files, page);
    int[] count = counts.computeIfAbsent(Families.of(page), _ -> new int[2]);
    count[0]++;
    for (PageFigure figure : figures(files, page)) {
      String field = field(page, figure);
      String shown = figure.token().shown();
      if (field == null) {
        if (!shown.equals(Token.UNKNOWN)) {
          String slot = name(page, figure.slot());
          without.putIfAbsent(slot, new Wrong(page, slot, "", shown, ""));
        }
        continue;
      }
      count[1]++;
      String known = twin.get(field, figure.row());
      boolean same =
          known == null ? shown.equals(Token.UNKNOWN) : figure.token().values().contains(known);
      if (!same) {
        String slot = name(page, figure.slot());
        wrong.add(new Wrong(page, slot, field, shown, known == null ? "nothing" : known));
      }
    }
  }

  private @Nullable String field(String page, PageFigure figure) {
    return names(page, figure).stream()
        .map(fields::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The place of a figure, ever closer: a column may print one field in all rows, or one in each
  /// kind of row, or, where each page of the family is another ranking, one on each page.
  private static List<String> names(String page, PageFigure figure) {
    List<String> names = new ArrayList<>(List.of(name(page, figure.slot())));
    if (!figure.labelled().isEmpty()) {
      names.add(name(page, figure.labelled()));
    }
    if (Families.of(page).equals(RANKINGS)) {
      names.add(page + ": " + figure.slot());
    }
    return names;
  }

  private static String name(String page, String slot) {
    return Families.of(page) + ": " + slot;
  }

  private static TwinValues twin(SiteFiles files, String page) {
    return new TwinValues(files.bytes(SiteFiles.twin(page)));
  }

  private static List<PageFigure> figures(SiteFiles files, String page) {
    return PageReader.read(new String(files.bytes(page), StandardCharsets.UTF_8));
  }

  private static Result finish(List<TwinCheck> workers) {
    Map<String, int[]> counts = new TreeMap<>();
    List<Wrong> wrong = new ArrayList<>();
    Map<String, Wrong> without = new HashMap<>();
    for (TwinCheck worker : workers) {
      worker.counts.forEach((family, count) -> {
        int[] all = counts.computeIfAbsent(family, _ -> new int[2]);
        all[0] += count[0];
        all[1] += count[1];
      });
      wrong.addAll(worker.wrong);
      worker.without.forEach((slot, example) ->
          without.merge(slot, example, (a, b) -> a.page().compareTo(b.page()) <= 0 ? a : b));
    }
    wrong.sort(Comparator.comparing(Wrong::page).thenComparing(Wrong::slot));
    List<Family> families = new ArrayList<>();
    counts.forEach((family, count) -> families.add(new Family(family, count[0], count[1])));
    return new Result(
        families,
        wrong,
        without.values().stream().sorted(Comparator.comparing(Wrong::slot)).toList());
  }
}
