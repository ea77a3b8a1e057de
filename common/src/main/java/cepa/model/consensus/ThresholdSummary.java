package cepa.model.consensus;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Thresholds over the authorities whose vote counts (consensus 9.3). Spans are null if no
/// authority publishes a value.
///
/// @param guardWfu the strictest, at least the default, 0..1
/// @param guardTimeKnown the strictest, at least the default, seconds
/// @param hsdirWfu the strictest, at least the default, 0..1
/// @param hsdirTimeKnown the strictest, at least the default, seconds
/// @param guardTopQuarter the smaller published value of each authority (D-C5), bytes/s
/// @param fastSpeed bytes/s
/// @param stableMtbf as published, seconds
/// @param stableUptime as published, seconds
/// @param strictFast names of authorities above twice the typical value
/// @param strictMtbf names of authorities above five times the typical value
/// @param strictUptime names of authorities above twice the typical value
/// @param strictHsdirTimeKnown names of authorities above twice the default
public record ThresholdSummary(
    double guardWfu,
    long guardTimeKnown,
    double hsdirWfu,
    long hsdirTimeKnown,
    @Nullable Span guardTopQuarter,
    @Nullable Span fastSpeed,
    @Nullable Span stableMtbf,
    @Nullable Span stableUptime,
    List<String> strictFast,
    List<String> strictMtbf,
    List<String> strictUptime,
    List<String> strictHsdirTimeKnown) {

  /// @param least of all authorities
  /// @param typical the upper of two middle values
  /// @param greatest of all authorities
  public record Span(long least, long typical, long greatest) {

    private static @Nullable Span of(List<Long> values) {
      if (values.isEmpty()) {
        return null;
      }
      List<Long> sorted = values.stream().sorted().toList();
      return new Span(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }
  }

  static ThresholdSummary of(List<Voter> voters) {
    Span fast = span(voters, FlagThresholds::fastSpeed);
    Span mtbf = span(voters, FlagThresholds::stableMtbf);
    Span uptime = span(voters, FlagThresholds::stableUptime);
    return new ThresholdSummary(
        most(voters, FlagThresholds::guardWfu, FlagThresholds.WFU_DEFAULT),
        (long)
            most(voters, FlagThresholds::guardTimeKnown, FlagThresholds.GUARD_TIME_KNOWN_DEFAULT),
        most(voters, FlagThresholds::hsdirWfu, FlagThresholds.WFU_DEFAULT),
        (long)
            most(voters, FlagThresholds::hsdirTimeKnown, FlagThresholds.HSDIR_TIME_KNOWN_DEFAULT),
        span(voters, FlagThresholds::guardTopQuarter),
        fast,
        mtbf,
        uptime,
        above(voters, FlagThresholds::fastSpeed, fast == null ? null : 2 * fast.typical()),
        above(voters, FlagThresholds::stableMtbf, mtbf == null ? null : 5 * mtbf.typical()),
        above(voters, FlagThresholds::stableUptime, uptime == null ? null : 2 * uptime.typical()),
        above(voters, FlagThresholds::hsdirTimeKnown, 2 * FlagThresholds.HSDIR_TIME_KNOWN_DEFAULT));
  }

  private static double most(
      List<Voter> voters,
      Function<FlagThresholds, ? extends @Nullable Number> value,
      double least) {
    double most = least;
    for (Voter voter : voters) {
      Number published = value.apply(voter.thresholds());
      most = published == null ? most : Math.max(most, published.doubleValue());
    }
    return most;
  }

  private static @Nullable Span span(
      List<Voter> voters, Function<FlagThresholds, @Nullable Long> value) {
    return Span.of(
        voters.stream().map(Voter::thresholds).map(value).filter(Objects::nonNull).toList());
  }

  private static List<String> above(
      List<Voter> voters, Function<FlagThresholds, @Nullable Long> value, @Nullable Long limit) {
    if (limit == null) {
      return List.of();
    }
    return voters.stream()
        .filter(voter -> {
          Long published = value.apply(voter.thresholds());
          return published != null && published > limit;
        })
        .map(Voter::name)
        .toList();
  }
}
