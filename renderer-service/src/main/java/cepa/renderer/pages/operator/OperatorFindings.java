package cepa.renderer.pages.operator;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.reliability.OperatorReliability;
import cepa.model.reliability.Overloads;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.renderer.PageContext;
import cepa.renderer.pages.operator.OperatorPresent.Finding;
import cepa.renderer.pages.operator.OperatorPresent.Severity;
import cepa.renderer.view.relay.RelayLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// What an operator should look at first. A fact that is unknown is no finding.
final class OperatorFindings {

  private static final int LISTED = 5;

  /// What concerns less than one relay of so many is no more than a notice.
  private static final int FEW = 10;

  private final List<Finding> findings = new ArrayList<>();
  private final List<Integer> members;
  private final PageContext context;

  private OperatorFindings(List<Integer> members, PageContext context) {
    this.members = members;
    this.context = context;
  }

  /// Problems before notices.
  ///
  /// @param index of the operator among the model's
  static List<Finding> of(int index, RelayGroup group, PageContext context) {
    var all = new OperatorFindings(group.members(), context);
    all.state();
    all.proof(context.part(Validation.class).operators().get(index));
    all.past(context.part(OperatorReliability.class).operators().get(index));
    return all.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  private void state() {
    List<Relay> relays = context.model().relays();
    Overloads overloads = context.part(Overloads.class);
    add("bad-exit", Severity.PROBLEM, "", i -> relays.get(i).has("BadExit"));
    add("not-running", Severity.PROBLEM, "reliability", i -> !relays.get(i).running());
    add(
        "overloaded",
        Severity.PROBLEM,
        "",
        i -> {
          Overloads.Overload overload = overloads.of(i);
          return overload != null && overload.overloaded();
        });
    add("obsolete", Severity.PROBLEM, "", i -> isObsolete(relays.get(i)));
    add(
        "not-recommended",
        Severity.NOTICE,
        "",
        i ->
            Boolean.FALSE.equals(relays.get(i).software().recommended())
                && !isObsolete(relays.get(i)));
    add("stale-descriptor", Severity.NOTICE, "", i -> relays.get(i).has("StaleDesc"));
    add(
        "alleged",
        Severity.NOTICE,
        "families",
        i -> !context.model().members(relays.get(i).family().alleged()).isEmpty());
  }

  private void proof(GroupValidation validation) {
    int unauthorized = validation.relays().getOrDefault(ValidationStatus.UNAUTHORIZED, 0);
    int failing = validation.relays().getOrDefault(ValidationStatus.MISCONFIGURED, 0);
    told("unauthorized", Severity.PROBLEM, unauthorized, "proof");
    told("misconfigured", Severity.PROBLEM, failing, "proof");
  }

  private void past(OperatorReliability.Operator reliability) {
    told("unreliable", Severity.NOTICE, reliability.uptimeOutliers().low().size(), "reliability");
  }

  /// A finding whose relays a section tells.
  private void told(String code, Severity severity, int relays, String section) {
    if (relays > 0) {
      findings.add(
          new Finding(
              code,
              isFew(relays) ? Severity.NOTICE : severity,
              relays,
              members.size(),
              new RelayLinks(List.of(), 0),
              section));
    }
  }

  private void add(String code, Severity severity, String section, IntPredicate which) {
    NetworkModel model = context.model();
    var found =
        members.stream()
            .filter(which::test)
            .map(index -> model.relays().get(index).fingerprint())
            .sorted()
            .toList();
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              code,
              isFew(found.size()) ? Severity.NOTICE : severity,
              found.size(),
              members.size(),
              RelayLinks.of(found, LISTED, context),
              section));
    }
  }

  private boolean isFew(int relays) {
    return relays * FEW < members.size();
  }

  private static boolean isObsolete(Relay relay) {
    return "obsolete".equals(relay.software().status());
  }
}
