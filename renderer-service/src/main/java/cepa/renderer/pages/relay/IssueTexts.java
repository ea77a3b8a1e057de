package cepa.renderer.pages.relay;

import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Issue;
import cepa.model.consensus.IssueKind;
import cepa.renderer.pages.relay.RelayView.Finding;
import cepa.renderer.pages.relay.RelayView.Severity;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.template.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns issues into findings: parameters become text fit to be shown, in no finer steps than mean
/// something.
final class IssueTexts {

  private static final String UNKNOWN = "?";

  private final ConsensusEvaluations evaluations;
  private final BandwidthUnit unit;
  private final Messages texts;

  IssueTexts(ConsensusEvaluations evaluations, BandwidthUnit unit, Messages texts) {
    this.evaluations = evaluations;
    this.unit = unit;
    this.texts = texts;
  }

  Finding of(Issue issue) {
    return new Finding(
        code(issue.kind()), severity(issue.kind()), value(issue), limit(issue), voters(issue));
  }

  static String code(IssueKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A flag a relay has not earned yet and scanners that disagree are no trouble: the operator of a
  /// relay that is well need not do anything about them.
  private static Severity severity(IssueKind kind) {
    return switch (kind.category()) {
      case GUARD, STABLE, HSDIR -> Severity.HINT;
      default ->
          kind == IssueKind.BANDWIDTH_DEVIATION
              ? Severity.HINT
              : switch (kind.severity()) {
                case ERROR -> Severity.PROBLEM;
                case WARNING -> Severity.NOTICE;
                case INFO -> Severity.HINT;
              };
    };
  }

  private String value(Issue issue) {
    return switch (issue.kind()) {
      case NOT_IN_CONSENSUS,
          IPV4_UNREACHABLE,
          IPV4_PARTLY_REACHABLE,
          IPV6_UNREACHABLE,
          STABLE_NOT_ELIGIBLE,
          BANDWIDTH_HARDLY_MEASURED,
          BANDWIDTH_BELOW_MAJORITY ->
          counted(issue);
      case GUARD_BANDWIDTH, RATE_LIMIT_CONFIGURED -> rate(issue.value());
      case BANDWIDTH_DEVIATION -> measured(issue.value());
      case GUARD_WFU, HSDIR_WFU -> share(issue.value());
      case GUARD_TIME_KNOWN, HSDIR_TIME_KNOWN -> days(Coarse.days(issue.value()));
      case VERSION_NOT_RECOMMENDED ->
          DisplayText.lineOr(issue.text(), DisplayText.VERSION, UNKNOWN);
      case OVERLOADED, OVERLOADED_RECENTLY, FILE_DESCRIPTORS_EXHAUSTED -> at(issue.at());
      case WRITE_LIMIT_HIT, READ_LIMIT_HIT ->
          issue.count() == null ? UNKNOWN : issue.count().toString();
      case GUARD_NEEDS_FAST,
          GUARD_NEEDS_STABLE,
          HSDIR_NEEDS_FAST,
          HSDIR_NEEDS_STABLE,
          HSDIR_NEEDS_V2DIR,
          STALE_DESCRIPTOR,
          BAD_EXIT,
          MIDDLE_ONLY ->
          "";
    };
  }

  private String limit(Issue issue) {
    Double limit = issue.limit();
    return switch (issue.kind()) {
      case GUARD_BANDWIDTH, RATE_LIMIT_CONFIGURED -> rate(limit);
      case BANDWIDTH_DEVIATION -> measured(limit);
      case GUARD_WFU, HSDIR_WFU -> share(limit);
      case GUARD_TIME_KNOWN, HSDIR_TIME_KNOWN -> days(Coarse.neededDays(limit));
      case WRITE_LIMIT_HIT, READ_LIMIT_HIT -> at(issue.at());
      default -> limit == null ? "" : Integer.toString(limit.intValue());
    };
  }

  private String voters(Issue issue) {
    return String.join(", ", DirectoryFacts.names(issue.voters(), evaluations));
  }

  private String rate(@Nullable Double bytesPerSecond) {
    return shown(bytesPerSecond == null ? null : Coarse.rate(bytesPerSecond.longValue(), unit));
  }

  private String measured(@Nullable Double kilobytes) {
    return shown(kilobytes == null ? null : Coarse.measured(kilobytes.intValue(), unit));
  }

  private static String shown(@Nullable Rate rate) {
    return rate == null ? UNKNOWN : rate.text();
  }

  private static String share(@Nullable Double fraction) {
    var share = Coarse.share(fraction);
    return share == null ? UNKNOWN : share.text();
  }

  private static String days(@Nullable BigDecimal days) {
    return days == null ? UNKNOWN : days.toPlainString();
  }

  private String counted(Issue issue) {
    Integer count = issue.count();
    Integer of = issue.of();
    return count == null || of == null ? UNKNOWN : texts.text("relay.of", count, of);
  }

  private String at(@Nullable Instant at) {
    return at == null ? texts.text("relay.time.unknown") : new Moment(at).text();
  }
}
