package cepa.renderer.pages.measurements;

import cepa.json.Json;
import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.VoteColumns;
import cepa.model.consensus.Voter;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.twin.CsvTable;
import cepa.renderer.view.twin.CsvWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Publishes measurements with all their digits, for all relays at once: a relay's page has room
/// only for what holds from hour to hour.
@Component
final class MeasurementsPages implements PageFamily {

  private static final String ROOT = "/misc/measurements/";
  private static final String DIGITS = "0123456789ABCDEF";

  @Override
  public String id() {
    return "measurements";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    boolean measured = !scanners(data.part(ConsensusEvaluations.class)).isEmpty();
    links.entity(
        "measurements", fingerprint -> measured ? path(fingerprint.substring(0, 1)) : null);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    return scanners(context.part(ConsensusEvaluations.class)).isEmpty()
        ? Stream.of()
        : DIGITS
            .chars()
            .mapToObj(Character::toString)
            .map(digit ->
                new SitePath.Document(
                    path(digit), "text/csv; charset=utf-8", () -> csv(digit, context)));
  }

  private static String path(String digit) {
    return ROOT + digit + ".csv";
  }

  /// Voters whose vote counts and measures, by their place in the list of voters.
  private static Map<Integer, String> scanners(ConsensusEvaluations evaluations) {
    Map<Integer, String> scanners = new LinkedHashMap<>();
    for (int i = 0; i < evaluations.voters().size(); i++) {
      Voter voter = evaluations.voters().get(i);
      boolean read = evaluations.votes().get(i).measured().length > 0;
      if (voter.counts() && voter.measures() && read) {
        scanners.put(i, DisplayText.lineOr(voter.name(), DisplayText.NICKNAME, "?"));
      }
    }
    return scanners;
  }

  private static byte[] csv(String digit, PageContext context) {
    ConsensusEvaluations evaluations = context.part(ConsensusEvaluations.class);
    Map<Integer, String> scanners = scanners(evaluations);
    List<Relay> relays = context.model().relays();
    Map<String, Map<String, @Nullable Object>> rows = new TreeMap<>();
    for (int i = 0; i < relays.size(); i++) {
      String fingerprint = relays.get(i).fingerprint().hex();
      if (fingerprint.startsWith(digit)) {
        rows.put(fingerprint, row(i, relays.get(i), scanners, evaluations));
      }
    }
    return CsvWriter.write(
        Json.MAPPER, new CsvTable("measurements", new ArrayList<>(rows.values())));
  }

  private static Map<String, @Nullable Object> row(
      int index, Relay relay, Map<Integer, String> scanners, ConsensusEvaluations evaluations) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("fingerprint", relay.fingerprint().hex());
    row.put("consensusWeight", relay.weight().consensusWeight());
    row.put("consensusWeightFraction", relay.weight().fraction());
    row.put("guardProbability", relay.weight().guardProbability());
    row.put("middleProbability", relay.weight().middleProbability());
    row.put("exitProbability", relay.weight().exitProbability());
    scanners.forEach((voter, name) -> {
      int measured = evaluations.votes().get(voter).measured()[index];
      row.put(
          name + " kilobytesPerSecond",
          measured == VoteColumns.UNKNOWN ? null : Integer.valueOf(measured));
    });
    return row;
  }
}
