package cepa.standalone.facts;

import java.util.List;
import java.util.Map;

/// What a comparison found, as Markdown.
public final class ParityTable {

  private final StringBuilder text = new StringBuilder();

  private ParityTable() {}

  public static String of(ParityReport report, List<? extends Deviation> deviations) {
    var table = new ParityTable();
    table.sections(report);
    table.deviations(report, deviations);
    table.reasons(report);
    table.unexplained(report);
    return table.text.toString();
  }

  private void sections(ParityReport report) {
    line("| section | compared | equal | deviating | unexplained | not compared |");
    line("|---|---:|---:|---:|---:|---:|");
    report.sections().forEach(this::section);
    section("**all**", report.all());
    line("");
  }

  private void section(String name, ParityReport.Counts counts) {
    line(
        "| %s | %s | %s | %s | %s | %s |"
            .formatted(
                name,
                Shown.grouped(counts.compared()),
                Shown.grouped(counts.equal()),
                Shown.grouped(counts.deviating()),
                Shown.grouped(counts.unexplained()),
                Shown.grouped(counts.notCompared())));
  }

  private void deviations(ParityReport report, List<? extends Deviation> deviations) {
    line("| deviation | values | what differs |");
    line("|---|---:|---|");
    for (Map.Entry<String, Long> found : report.deviations().entrySet()) {
      String summary =
          deviations.stream()
              .filter(deviation -> deviation.id().equals(found.getKey()))
              .map(Deviation::summary)
              .findFirst()
              .orElse("");
      line("| %s | %s | %s |".formatted(found.getKey(), Shown.grouped(found.getValue()), summary));
    }
    line("");
  }

  private void reasons(ParityReport report) {
    line("| not compared | values |");
    line("|---|---:|");
    report
        .notCompared()
        .forEach((reason, count) -> line("| %s | %s |".formatted(reason, Shown.grouped(count))));
    line("");
  }

  private void unexplained(ParityReport report) {
    report
        .unexplained()
        .forEach((field, count) -> {
          line("unexplained: " + field + ", " + count + (count == 1 ? " value" : " values"));
          report.examples(field).forEach(place -> line("  " + cut(place.toString())));
        });
  }

  private static String cut(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
