package cepa.bench.compare;

import cepa.bench.flat.Families;
import cepa.bench.flat.SiteFiles;
import cepa.bench.flat.TwinLeaves;
import cepa.bench.flat.Workers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Figures that a site makes up where a source is missing: they are something with the source and
/// zero, or no, without it. What is not known must be null or not there at all.
final class InventedZeros {

  /// Fields that say whether something is known. That they say no is the right answer.
  private static final Set<String> ABOUT_KNOWING = Set.of("known", "complete");

  private InventedZeros() {}

  /// A field that is made up.
  ///
  /// @param family of the pages
  /// @param field of their twins, without which element of a list it is
  /// @param values how many there are on all pages
  /// @param page one of them
  /// @param with what the field of that page holds with the source
  /// @param without and without it
  record Finding(
      String family, String field, int values, String page, String with, String without) {

    Finding and(Finding other) {
      Finding first = page.compareTo(other.page) <= 0 ? this : other;
      return new Finding(
          family, field, values + other.values, first.page, first.with, first.without);
    }
  }

  /// @param with the site with all sources
  /// @param without the site of the same moment without one of them
  static List<Finding> between(SiteFiles with, SiteFiles without) {
    var sites = new SitePair(with, without);
    List<SortedMap<String, Finding>> parts =
        Workers.each(
            sites.pages(),
            () -> new TreeMap<String, Finding>(),
            (findings, page) -> {
              String twin = SiteFiles.twin(page);
              of(page, with.bytes(twin), without.bytes(twin)).forEach(f -> add(findings, f));
            });
    SortedMap<String, Finding> all = new TreeMap<>();
    parts.forEach(part -> part.values().forEach(finding -> add(all, finding)));
    return List.copyOf(all.values());
  }

  private static void add(Map<String, Finding> findings, Finding finding) {
    findings.merge(finding.family() + " " + finding.field(), finding, Finding::and);
  }

  /// The findings of one page.
  static Collection<Finding> of(String page, byte[] with, byte[] without) {
    SortedMap<String, JsonNode> known = TwinLeaves.byName(with);
    Map<String, Finding> findings = new TreeMap<>();
    TwinLeaves.byName(without)
        .forEach((path, value) -> {
          JsonNode before = known.get(path);
          if (isNothing(value) && isSomething(before) && !isAboutKnowing(path)) {
            add(
                findings,
                new Finding(
                    Families.of(page),
                    TwinLeaves.field(path),
                    1,
                    page,
                    String.valueOf(before),
                    value.toString()));
          }
        });
    return findings.values();
  }

  private static boolean isAboutKnowing(String path) {
    String field = TwinLeaves.field(path);
    return ABOUT_KNOWING.contains(field.substring(field.lastIndexOf('.') + 1));
  }

  private static boolean isNothing(JsonNode value) {
    return (value.isNumber() && value.decimalValue().signum() == 0)
        || (value.isBoolean() && !value.booleanValue());
  }

  private static boolean isSomething(@Nullable JsonNode value) {
    return value != null
        && ((value.isNumber() && value.decimalValue().signum() != 0)
            || (value.isBoolean() && value.booleanValue()));
  }
}
