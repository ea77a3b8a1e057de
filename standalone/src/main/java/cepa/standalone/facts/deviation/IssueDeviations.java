package cepa.standalone.facts.deviation;

import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.deviation.EvaluationDeviations.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Issues the reference sees and we do not, or the other way round (consensus 12).
///
/// @param id of the defect behind it
/// @param summary what differs
/// @param title of the issue
/// @param category of the issue
/// @param condition when the reference has the issue
record IssueDeviations(
    String id,
    String summary,
    String title,
    String category,
    Predicate<ReferenceEvaluation> condition)
    implements Deviation {

  private static final Pattern FIELDS =
      Pattern.compile("relay/(?:diagnostics|consensus_evaluation)\\.issues(?:\\[.*)?");

  /// In the order in which issues are listed (consensus 12); others keep theirs.
  private static final List<IssueDeviations> ALL =
      List.of(
          new IssueDeviations(
              "D-C1",
              "The reference takes a relay that enough votes have for one that the consensus has",
              "Not in consensus",
              "consensus",
              evaluation -> !evaluation.isListed()),
          new IssueDeviations(
              "D-C8",
              "The reference takes Tor's guarantee of 2 MB for 2,000,000 bytes",
              "Guard: bandwidth below threshold",
              "guard",
              ReferenceEvaluation::lacksBandwidth),
          new IssueDeviations(
              "D-C6",
              "The reference judges Stable by the published median",
              "Not eligible for Stable flag",
              "stable",
              ReferenceEvaluation::lacksStable),
          new IssueDeviations(
              "D-C10",
              "The reference mixes measurements with what relays say of themselves",
              "High consensus weight deviation",
              "bandwidth",
              ReferenceEvaluation::deviates));

  private static final List<String> ORDER =
      List.of(
          "Not in consensus",
          "IPv4 reachability issues",
          "Partial IPv4 reachability",
          "IPv6 not reachable",
          "Guard: requires Fast flag",
          "Guard: requires Stable flag",
          "Guard: bandwidth below threshold",
          "Guard: WFU below threshold",
          "Guard: Time Known below threshold",
          "Not eligible for Stable flag",
          "HSDir: requires Fast flag",
          "HSDir: requires Stable flag",
          "HSDir: requires V2Dir (tunnelled-dir-server)",
          "HSDir: WFU below threshold",
          "HSDir: Time Known below threshold",
          "High consensus weight deviation");

  static List<Deviation> all() {
    return List.copyOf(ALL);
  }

  @Override
  public Pattern fields() {
    return FIELDS;
  }

  @Override
  public Answer reference(Place place, FactsInput input) {
    ReferenceEvaluation evaluation = Found.at(place, input).evaluation;
    if (evaluation == null) {
      return Answer.notHere();
    }
    String path = place.path();
    if (path.contains("issues[" + title + "]")) {
      return condition.test(evaluation) ? member(path) : Answer.notHere();
    }
    return place.ours() instanceof List<?> ours
            && (path.endsWith("issues[]") || path.endsWith("issues"))
        ? Answer.gives(corrected(ours, evaluation))
        : Answer.notHere();
  }

  private Answer member(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "title" -> Answer.gives(title);
      case "category" -> Answer.gives(category);
      default -> Answer.gives(category.equals("consensus") ? "error" : "warning");
    };
  }

  /// Our titles with this one, and those before it in the list, by the reference's conditions.
  private List<String> corrected(List<?> ours, ReferenceEvaluation evaluation) {
    List<String> titles = new ArrayList<>();
    ours.forEach(one -> titles.add(String.valueOf(one)));
    for (IssueDeviations issue : ALL) {
      titles.remove(issue.title);
      if (issue.condition.test(evaluation)) {
        titles.add(issue.title);
      }
      if (issue.title.equals(title)) {
        break;
      }
    }
    titles.sort(Comparator.comparingInt(IssueDeviations::place));
    return titles;
  }

  private static int place(String title) {
    int place = ORDER.indexOf(title);
    return place < 0 ? ORDER.size() : place;
  }
}
