package cepa.renderer.pages.relay;

import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.renderer.pages.relay.RelayView.Finding;
import cepa.renderer.pages.relay.RelayView.Severity;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an operator should look at, from the facts upstream gives. A fact that is unknown is no
/// finding.
final class Findings {

  /// Findings a page shows; who has mended these sees the next.
  static final int MOST = 3;

  /// How long upstream keeps the mark of a general overload.
  private static final Duration OVERLOAD = Duration.ofDays(3);

  private final List<Finding> findings = new ArrayList<>();

  private Findings() {}

  /// The worst findings first.
  static List<Finding> of(Relay relay, NetworkModel model) {
    var all = new Findings();
    all.problems(relay, model);
    all.notices(relay, model);
    return all.findings.stream().limit(MOST).toList();
  }

  private void problems(Relay relay, NetworkModel model) {
    if (!relay.running()) {
      Instant seen = relay.times().lastSeen();
      if (seen == null) {
        problem("not-running", "");
      } else {
        problem("not-running-since", new Moment(seen).text());
      }
    }
    if (relay.has("BadExit")) {
      problem("bad-exit", "");
    }
    Instant overloaded = relay.overloadedAt();
    if (overloaded != null && !overloaded.plus(OVERLOAD).isBefore(model.asOf())) {
      problem("overloaded", new Moment(overloaded).text());
    }
    if ("obsolete".equals(relay.software().status())) {
      problem("obsolete", version(relay));
    }
  }

  private void notices(Relay relay, NetworkModel model) {
    boolean obsolete = "obsolete".equals(relay.software().status());
    if (Boolean.FALSE.equals(relay.software().recommended()) && !obsolete) {
      notice("not-recommended", version(relay));
    }
    if (relay.has("StaleDesc")) {
      notice("stale-descriptor", "");
    }
    if (relay.running() && Boolean.FALSE.equals(relay.weight().measured())) {
      notice("not-measured", "");
    }
    if (!relay.addresses().unreachable().isEmpty()) {
      notice("unreachable", "");
    }
    int alleged = model.members(relay.family().alleged()).size();
    if (alleged > 0) {
      notice(alleged == 1 ? "alleged-one" : "alleged", Integer.toString(alleged));
    }
    if (Boolean.TRUE.equals(relay.hibernating())) {
      notice("hibernating", "");
    }
    if (DisplayText.block(relay.contact(), 1) == null) {
      notice("no-contact", "");
    }
  }

  private static String version(Relay relay) {
    return DisplayText.lineOr(relay.software().version(), DisplayText.VERSION, "?");
  }

  private void problem(String code, String detail) {
    findings.add(new Finding(code, Severity.PROBLEM, detail));
  }

  private void notice(String code, String detail) {
    findings.add(new Finding(code, Severity.NOTICE, detail));
  }
}
