package cepa.standalone.facts.health;

import cepa.model.Relay;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What relays run on (analytics 11: group 9). Golden files name a platform that is not known, too.
final class PlatformFacts {

  private static final int TOP = 3;

  private PlatformFacts() {}

  static void add(HealthSheet sheet, FactsInput input) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Relay relay : input.relays()) {
      String platform = relay.software().platform();
      counts.merge(platform == null ? "Unknown" : platform, 1, Integer::sum);
    }
    int all = input.relays().size();
    List<Map.Entry<String, Integer>> top =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(TOP)
            .toList();
    int others = all - top.stream().mapToInt(Map.Entry::getValue).sum();
    sheet.count("unique_platforms_count", counts.size());
    sheet.put(
        "platform_top3",
        top.stream()
            .map(e ->
                List.<Object>of(e.getKey(), e.getValue(), HealthSheet.percent(e.getValue(), all)))
            .toList());
    sheet.put(
        "platform_top3_formatted",
        top.stream()
            .map(e ->
                List.<Object>of(
                    e.getKey(),
                    Shown.grouped(e.getValue()),
                    Shown.number("", HealthSheet.percent(e.getValue(), all), 0, "%")))
            .toList());
    sheet.count("platform_others", others);
    sheet.put("platform_others_percentage", HealthSheet.percent(others, all));
  }
}
