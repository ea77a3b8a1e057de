package cepa.renderer.view.health;

import cepa.model.RelayGroup;
import cepa.model.health.Criterion;
import cepa.model.health.Verdict.Assessment;
import cepa.model.health.Verdict.Level;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Share;
import cepa.renderer.view.operator.OperatorNames;
import org.jspecify.annotations.Nullable;

/// Something the network's health was judged by.
///
/// @param value null if unknown
/// @param above whether values above the limits are what deserves a look; otherwise those below
/// @param watch beyond this it is worth a look
/// @param bad beyond this it is bad
/// @param subject what it is about; null if the network
public record Concern(
    Criterion criterion,
    Level level,
    @Nullable Share value,
    boolean above,
    Share watch,
    Share bad,
    @Nullable Link subject) {

  private static final int NAME = 40;

  public static Concern of(Assessment assessment, PageContext context) {
    Criterion criterion = assessment.criterion();
    return new Concern(
        criterion,
        assessment.level(),
        Share.of(assessment.value(), 1),
        criterion.isAbove(),
        Share.known(criterion.watch(), 0),
        Share.known(criterion.bad(), 0),
        subject(assessment, context));
  }

  private static @Nullable Link subject(Assessment assessment, PageContext context) {
    String key = assessment.subject();
    if (key == null) {
      return null;
    }
    return switch (assessment.criterion()) {
      case LARGEST_NETWORK -> group("network", key, context);
      case LARGEST_COUNTRY -> group("country", key, context);
      case LARGEST_OPERATOR -> OperatorNames.of(context).link(key);
      default -> null;
    };
  }

  private static Link group(String kind, String key, PageContext context) {
    String shown = DisplayText.lineOr(key, DisplayText.NICKNAME, "?");
    String name =
        context.model().groups(kind).stream()
            .filter(group -> group.key().equals(key))
            .findFirst()
            .map(RelayGroup::name)
            .orElse(null);
    String called = DisplayText.line(name, NAME);
    return context.links().to(kind, key, called == null ? shown : shown + " " + called);
  }
}
