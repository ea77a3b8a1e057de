package cepa.model.leaderboard;

/// What operators are ranked by (analytics 6.3), in the order that breaks ties between an
/// operator's rankings. All but the first 50 operators with more than nothing are left out.
public enum Category {
  /// Observed bandwidth, bytes per second.
  BANDWIDTH,
  /// Share of the consensus weight, 0..1.
  CONSENSUS_WEIGHT,
  /// Share of the weight of all exits, 0..1.
  EXIT_AUTHORITY,
  /// Share of the weight of all guards, 0..1.
  GUARD_AUTHORITY,
  /// Relays whose primary role is exit.
  EXIT_OPERATORS,
  /// Relays whose primary role is guard.
  GUARD_OPERATORS,
  /// Mean share of six months that relays ran, 0..1; more than 25 relays.
  RELIABILITY_MASTERS,
  /// Mean share of five years that relays ran, 0..1; more than 25 relays.
  LEGACY_TITANS,
  /// [OperatorMetrics.Diversity#score].
  MOST_DIVERSE,
  /// Relays on other platforms than Linux.
  PLATFORM_DIVERSITY,
  /// Relays outside of the European Union.
  NON_EU_LEADERS,
  /// Rare countries with relays.
  FRONTIER_BUILDERS,
  /// [OperatorMetrics.Veteran#score].
  NETWORK_VETERANS,
  /// Distinct IPv4 addresses.
  IPV4_LEADERS,
  /// Distinct IPv6 addresses.
  IPV6_LEADERS,
  /// Mean bandwidth of a day over six months, bytes per second; more than 25 relays.
  BANDWIDTH_MASTERS,
  /// Mean bandwidth of a day over five years, bytes per second; more than 25 relays.
  BANDWIDTH_LEGENDS,
  /// Relays that prove their operator's domain.
  VALIDATED_RELAYS,
  /// Bytes written and read.
  TOTAL_DATA_CHAMPIONS
}
