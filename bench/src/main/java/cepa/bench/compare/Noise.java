package cepa.bench.compare;

import cepa.bench.flat.Families;
import cepa.bench.flat.SiteFiles;
import cepa.bench.flat.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many pages differ from one hour to the next, and why.
///
/// @param families by name
/// @param reasons fields that differ, by family and field: `relay weight.consensusWeightPercent`
record Noise(SortedMap<String, Changed> families, SortedMap<String, Reason> reasons) {

  /// What a page is said to differ by if its twin is the same.
  static final String NOT_IN_THE_TWIN = "(not in the twin)";

  /// @param pages that both sites have
  /// @param changed those of them whose HTML differs
  record Changed(int pages, int changed) {
    static final Changed NONE = new Changed(0, 0);

    Changed and(Changed other) {
      return new Changed(pages + other.pages, changed + other.changed);
    }

    double share() {
      return pages == 0 ? 0 : (double) changed / pages;
    }
  }

  /// @param pages that differ in this field
  /// @param alone those of them that differ in nothing else
  record Reason(int pages, int alone) {
    Reason and(Reason other) {
      return new Reason(pages + other.pages, alone + other.alone);
    }
  }

  static Noise between(SitePair sites) {
    List<Noise> parts =
        Workers.each(
            sites.pages(),
            () -> new Noise(new TreeMap<>(), new TreeMap<>()),
            (noise, page) -> noise.page(sites, page));
    var all = new Noise(new TreeMap<>(), new TreeMap<>());
    for (Noise part : parts) {
      part.families.forEach((name, changed) -> all.families.merge(name, changed, Changed::and));
      part.reasons.forEach((name, reason) -> all.reasons.merge(name, reason, Reason::and));
    }
    return all;
  }

  Changed all() {
    return families.values().stream().reduce(Changed.NONE, Changed::and);
  }

  private void page(SitePair sites, String page) {
    boolean same = Arrays.equals(sites.before().bytes(page), sites.after().bytes(page));
    String family = Families.of(page);
    families.merge(family, new Changed(1, same ? 0 : 1), Changed::and);
    if (same) {
      return;
    }
    String twin = SiteFiles.twin(page);
    Set<String> fields =
        TwinDifference.fields(sites.before().bytes(twin), sites.after().bytes(twin));
    Set<String> why = fields.isEmpty() ? Set.of(NOT_IN_THE_TWIN) : fields;
    Reason reason = new Reason(1, why.size() == 1 ? 1 : 0);
    why.forEach(field -> reasons.merge(family + " " + field, reason, Reason::and));
  }
}
