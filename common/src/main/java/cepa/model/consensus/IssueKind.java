package cepa.model.consensus;

/// What can be wrong with a relay (consensus 12), in the order issues are listed. The comment of
/// each says which parameters of [Issue] it has; all others are null or empty.
public enum IssueKind {
  /// `count` votes with Running and Valid of `of`, `limit` needed (counts null without votes).
  NOT_IN_CONSENSUS(Category.CONSENSUS, Severity.ERROR),
  /// `count` of `of` authorities reach it, `limit` needed; `voters` do not.
  IPV4_UNREACHABLE(Category.REACHABILITY, Severity.ERROR),
  /// `count` of `of` authorities reach it; `voters` do not.
  IPV4_PARTLY_REACHABLE(Category.REACHABILITY, Severity.INFO),
  /// None of the `of` authorities that test IPv6 reach it.
  IPV6_UNREACHABLE(Category.REACHABILITY, Severity.WARNING),
  GUARD_NEEDS_FAST(Category.GUARD, Severity.WARNING),
  GUARD_NEEDS_STABLE(Category.GUARD, Severity.WARNING),
  /// `value` and `limit` in bytes/s; the limit is what would do at a majority.
  GUARD_BANDWIDTH(Category.GUARD, Severity.WARNING),
  /// `value` and `limit` as fractions.
  GUARD_WFU(Category.GUARD, Severity.WARNING),
  /// `value` and `limit` in seconds.
  GUARD_TIME_KNOWN(Category.GUARD, Severity.WARNING),
  /// `count` of `of` authorities find it eligible, `limit` needed; `value` is the time between
  /// failures in seconds, if known.
  STABLE_NOT_ELIGIBLE(Category.STABLE, Severity.WARNING),
  HSDIR_NEEDS_FAST(Category.HSDIR, Severity.WARNING),
  HSDIR_NEEDS_STABLE(Category.HSDIR, Severity.WARNING),
  HSDIR_NEEDS_V2DIR(Category.HSDIR, Severity.WARNING),
  /// `value` and `limit` as fractions.
  HSDIR_WFU(Category.HSDIR, Severity.WARNING),
  /// `value` and `limit` in seconds.
  HSDIR_TIME_KNOWN(Category.HSDIR, Severity.WARNING),
  /// `value` is the greatest minus the least measurement, `limit` half the median; kilobytes/s.
  BANDWIDTH_DEVIATION(Category.BANDWIDTH, Severity.WARNING),
  /// `count` of `of` scanners measured it, `limit` needed; `voters` did not.
  BANDWIDTH_HARDLY_MEASURED(Category.BANDWIDTH, Severity.WARNING),
  /// `count` of `of` scanners measured it, `limit` would be a majority; `voters` did not.
  BANDWIDTH_BELOW_MAJORITY(Category.BANDWIDTH, Severity.INFO),
  /// `voters` assign it.
  STALE_DESCRIPTOR(Category.DESCRIPTOR, Severity.WARNING),
  BAD_EXIT(Category.FLAGS, Severity.ERROR),
  MIDDLE_ONLY(Category.FLAGS, Severity.ERROR),
  /// `text` is the version, hostile.
  VERSION_NOT_RECOMMENDED(Category.VERSION, Severity.WARNING),
  /// `at` it was reported; less than 72 hours ago.
  OVERLOADED(Category.OVERLOAD, Severity.ERROR),
  /// `at` it was reported; `value` whole days ago.
  OVERLOADED_RECENTLY(Category.OVERLOAD, Severity.INFO),
  /// `at` it was reported, if known.
  FILE_DESCRIPTORS_EXHAUSTED(Category.OVERLOAD, Severity.ERROR),
  /// `count` times, reported `at`; `limit` is the configured rate in bytes/s; the last two if
  /// known.
  WRITE_LIMIT_HIT(Category.OVERLOAD, Severity.WARNING),
  /// `count` times, reported `at`; `limit` is the configured rate in bytes/s; the last two if
  /// known.
  READ_LIMIT_HIT(Category.OVERLOAD, Severity.WARNING),
  /// `value` is the configured rate, `limit` the configured burst (if known), in bytes/s.
  RATE_LIMIT_CONFIGURED(Category.OVERLOAD, Severity.INFO);

  private final Category category;
  private final Severity severity;

  IssueKind(Category category, Severity severity) {
    this.category = category;
    this.severity = severity;
  }

  public Category category() {
    return category;
  }

  public Severity severity() {
    return severity;
  }

  /// What an issue is about.
  public enum Category {
    CONSENSUS,
    REACHABILITY,
    GUARD,
    STABLE,
    HSDIR,
    BANDWIDTH,
    DESCRIPTOR,
    FLAGS,
    VERSION,
    OVERLOAD
  }

  /// How bad it is; errors and warnings are problems, infos are notes.
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }
}
