package cepa.testing.infra;

import static cepa.testing.infra.ProjectFiles.list;
import static cepa.testing.infra.ProjectFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObservabilityFilesTest {

  private static final String FOLDER = "infra/observability/";
  private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");

  @Test
  void everyServiceOfTheComposeFile_isScraped() throws IOException {
    Map<?, ?> job =
        map(list(ProjectFiles.yaml(FOLDER + "prometheus.yml"), "scrape_configs").getFirst());
    Map<?, ?> lookup = map(list(job, "dns_sd_configs").getFirst());
    var ours = new TreeSet<String>();
    map(ProjectFiles.yaml("docker-compose.yml"), "services")
        .forEach((name, service) -> {
          if (map(service).get("build") != null) {
            ours.add(String.valueOf(name));
          }
        });

    assertThat(list(lookup, "names").stream().map(String::valueOf))
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(lookup.get("port")).isEqualTo(8081);
  }

  @Test
  void everyAlert_saysWhatToDo() throws IOException {
    Map<?, ?> group = map(list(ProjectFiles.yaml(FOLDER + "alerts.yml"), "groups").getFirst());

    assertThat(list(group, "rules"))
        .isNotEmpty()
        .allSatisfy(rule -> {
          assertThat(map(rule).get("expr")).isNotNull();
          assertThat(map(map(rule), "annotations").get("summary")).isNotNull();
          assertThat(map(map(rule), "annotations").get("what_to_do")).isNotNull();
        });
  }

  @Test
  void everyPanel_hasItsOwnPlaceAndSaysWhatItShows() throws IOException {
    var places = new ArrayList<String>();
    for (JsonNode panel : dashboard().path("panels")) {
      assertThat(panel.path("title").asString()).isNotBlank();
      assertThat(panel.path("description").asString()).isNotBlank();
      assertThat(panel.path("targets").size()).isPositive();
      places.add(panel.path("gridPos").path("x") + "/" + panel.path("gridPos").path("y"));
    }
    assertThat(places).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyMetric_isOursOrOfTheJvm() throws IOException {
    var expressions = new ArrayList<String>();
    dashboard()
        .path("panels")
        .forEach(panel ->
            panel.path("targets").forEach(t -> expressions.add(t.path("expr").asString())));
    for (String expression : expressions) {
      List<String> names = METRIC.matcher(expression).results().map(r -> r.group()).toList();
      assertThat(names)
          .as(expression)
          .isNotEmpty()
          .allMatch(name -> name.matches("(cepa|jvm|process)_[a-z_]+"));
    }
  }

  private static JsonNode dashboard() throws IOException {
    return JsonMapper.shared().readTree(ProjectFiles.read(FOLDER + "dashboard.json"));
  }
}
