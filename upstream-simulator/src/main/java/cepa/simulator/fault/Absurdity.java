package cepa.simulator.fault;

/// Documents that are well formed and cannot be true.
public enum Absurdity {
  /// No relays at all.
  EMPTY,
  /// Half of the relays are gone.
  HALF,
  /// The network of some hours ago, published time included.
  OLDER;

  public static final int OLDER_HOURS = 5;
}
