package cepa.renderer.pages.relay;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.model.reliability.Overloads;
import cepa.renderer.PageContext;
import cepa.renderer.pages.relay.RelayView.Finding;
import cepa.renderer.pages.relay.RelayView.Severity;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.template.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What an operator should look at: what the diagnosis found, and what details alone tell where
/// there was nothing to diagnose from. A fact that is unknown is no finding.
final class Findings {

  /// Findings that stand at the top of a page; who has mended these sees the next.
  static final int MOST = 3;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<IssueKind> diagnosed = EnumSet.noneOf(IssueKind.class);

  private Findings() {}

  /// All findings, the worst first.
  ///
  /// @param index of the relay in base order
  static List<Finding> of(int index, PageContext context) {
    NetworkModel model = context.model();
    Relay relay = model.relays().get(index);
    var all = new Findings();
    all.diagnosis(
        relay,
        context.part(Diagnostics.class).of(index),
        new IssueTexts(
            context.part(ConsensusEvaluations.class),
            model.site().bandwidthUnit(),
            Messages.of(context)));
    all.problems(relay, model);
    all.notices(relay, model);
    return all.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }

  /// Those to show first; hints are not among them.
  static List<Finding> worst(List<Finding> all) {
    return all.stream().filter(f -> f.severity() != Severity.HINT).limit(MOST).toList();
  }

  private void diagnosis(Relay relay, List<Issue> issues, IssueTexts texts) {
    for (Issue issue : issues) {
      diagnosed.add(issue.kind());
      boolean saidBetter = issue.kind() == IssueKind.VERSION_NOT_RECOMMENDED && isObsolete(relay);
      if (!saidBetter) {
        findings.add(texts.of(issue));
      }
    }
  }

  private void problems(Relay relay, NetworkModel model) {
    if (!relay.running() && !diagnosed.contains(IssueKind.NOT_IN_CONSENSUS)) {
      Instant seen = relay.times().lastSeen();
      if (seen == null) {
        problem("not-running", "");
      } else {
        problem("not-running-since", new Moment(seen).text());
      }
    }
    if (relay.has("BadExit") && !diagnosed.contains(IssueKind.BAD_EXIT)) {
      problem("bad-exit", "");
    }
    Instant overloaded = relay.overloadedAt();
    if (overloaded != null
        && !overloaded.plus(Overloads.CURRENT).isBefore(model.asOf())
        && !diagnosed.contains(IssueKind.OVERLOADED)
        && !diagnosed.contains(IssueKind.OVERLOADED_RECENTLY)) {
      problem("overloaded", new Moment(overloaded).text());
    }
    if (isObsolete(relay)) {
      problem("obsolete", version(relay));
    }
  }

  private void notices(Relay relay, NetworkModel model) {
    if (Boolean.FALSE.equals(relay.software().recommended())
        && !isObsolete(relay)
        && !diagnosed.contains(IssueKind.VERSION_NOT_RECOMMENDED)) {
      notice("version-not-recommended", version(relay));
    }
    if (relay.has("StaleDesc") && !diagnosed.contains(IssueKind.STALE_DESCRIPTOR)) {
      notice("stale-descriptor", "");
    }
    if (relay.running()
        && Boolean.FALSE.equals(relay.weight().measured())
        && !diagnosed.contains(IssueKind.BANDWIDTH_HARDLY_MEASURED)) {
      notice("not-measured", "");
    }
    if (!relay.addresses().unreachable().isEmpty()
        && !diagnosed.contains(IssueKind.IPV6_UNREACHABLE)) {
      notice("unreachable", "");
    }
    int alleged = model.members(relay.family().alleged()).size();
    if (alleged > 0) {
      notice(alleged == 1 ? "alleged-one" : "alleged", Integer.toString(alleged));
    }
    if (Boolean.TRUE.equals(relay.hibernating())) {
      notice("hibernating", "");
    }
    if (DisplayText.block(relay.contact().text(), 1) == null) {
      notice("no-contact", "");
    }
  }

  private static boolean isObsolete(Relay relay) {
    return "obsolete".equals(relay.software().status());
  }

  private static String version(Relay relay) {
    return DisplayText.lineOr(relay.software().version(), DisplayText.VERSION, "?");
  }

  private void problem(String code, String value) {
    findings.add(new Finding(code, Severity.PROBLEM, value, "", ""));
  }

  private void notice(String code, String value) {
    findings.add(new Finding(code, Severity.NOTICE, value, "", ""));
  }
}
