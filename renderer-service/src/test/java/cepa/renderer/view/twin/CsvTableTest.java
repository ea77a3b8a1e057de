package cepa.renderer.view.twin;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.json.Json;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.renderer.Link;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.Step;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CsvTableTest {

  private static final PageHead HEAD =
      new PageHead("Title", "Description.", "", List.of(), false, List.of());

  private final JsonMapper mapper = Json.MAPPER.rebuild().addModule(new QuantityModule()).build();

  record Page(PageHead head, Chart carried, Chart uptime, Chart days, List<Issue> issues)
      implements PageView {}

  record Issue(String code) {}

  @Test
  void chartsOfWeeks_areOneTableWithAColumnEach() {
    var page =
        new Page(
            HEAD,
            chart("read-weeks", "Mbit/s", Step.WEEK.days(), "2026-01-12", 12, 13),
            chart("uptime-weeks", "%", Step.WEEK.days(), "2026-01-05", 100, null),
            chart("running", "", 1, "2026-01-05", 7),
            List.of(new Issue("overload")));
    List<CsvTable> tables = CsvTable.of(page);
    assertThat(tables).extracting(CsvTable::file).containsExactly("days.csv", "weeks.csv");
    assertThat(new String(CsvWriter.write(mapper, tables.getLast()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            at,read Mbit/s,uptime %\r
            2026-01-05T00:00Z,,100\r
            2026-01-12T00:00Z,12,\r
            2026-01-19T00:00Z,13,\r
            """);
  }

  record Row(@Nullable Link operator, @Nullable Share weight, Rate carried, @Nullable Day day) {}

  /// By position a program finds the same figure in every hour's file.
  @Test
  void columns_areTheSameWhateverTheRowsHold() {
    var link = new Link("ana", "/contact/a/");
    Day day = Day.of(Instant.parse("2026-01-05T00:00:00Z"));
    Rate rate = Rate.in(1_000_000, RateUnit.ofTables(BandwidthUnit.BITS), 1);
    assertThat(csv(List.of(new Row(null, null, rate, null))))
        .isEqualTo(
            """
            operator.text,operator.path,weightPercent,weightPercentBelow,carriedBitsPerSecond,day\r
            ,,,,8000000,\r
            """);
    assertThat(csv(List.of(new Row(link, Share.known(0.25, 2), rate, day))))
        .isEqualTo(
            """
            operator.text,operator.path,weightPercent,weightPercentBelow,carriedBitsPerSecond,day\r
            ana,/contact/a/,25.00,,8000000,2026-01-05\r
            """);
    assertThat(csv(List.of(new Row(null, Share.known(0.000_001, 2), rate, null))))
        .endsWith("\r\n,,0.00,0.01,8000000,\r\n");
  }

  private String csv(List<Row> rows) {
    return new String(CsvWriter.write(mapper, new CsvTable("rows", rows)), StandardCharsets.UTF_8);
  }

  private static Chart chart(
      String id, String unit, int days, String from, @Nullable Integer... values) {
    Instant start = Instant.parse(from + "T00:00:00Z");
    List<@Nullable Integer> all = Arrays.asList(values);
    return new Chart(
        id,
        unit,
        days,
        IntStream.range(0, all.size())
            .mapToObj(i -> {
              Integer value = all.get(i);
              return new Chart.Point(
                  new Moment(start.plusSeconds(86_400L * days * i)),
                  value == null ? null : BigDecimal.valueOf(value));
            })
            .toList());
  }
}
