package cepa.renderer.view;

import cepa.model.SiteSettings.BandwidthUnit;

/// Units of rates, with decimal prefixes.
public enum RateUnit {
  KBIT("Kbit/s", 1_000, 125d),
  MBIT("Mbit/s", 1_000_000, 125_000d),
  GBIT("Gbit/s", 1_000_000_000, 125_000_000d),
  KBYTE("KB/s", 8_000, 1e3),
  MBYTE("MB/s", 8_000_000, 1e6),
  GBYTE("GB/s", 8_000_000_000L, 1e9);

  private final String symbol;
  private final long bits;
  private final double bytes;

  RateUnit(String symbol, long bits, double bytes) {
    this.symbol = symbol;
    this.bits = bits;
    this.bytes = bytes;
  }

  /// The unit a rate is read in, chosen before rounding (relay-model 8.1).
  public static RateUnit of(long bytesPerSecond, BandwidthUnit mode) {
    return switch (mode) {
      case BITS -> bytesPerSecond >= GBIT.bytes ? GBIT : bytesPerSecond >= MBIT.bytes ? MBIT : KBIT;
      case BYTES ->
          bytesPerSecond >= GBYTE.bytes ? GBYTE : bytesPerSecond >= MBYTE.bytes ? MBYTE : KBYTE;
    };
  }

  /// The unit of tables, where relays and groups of all sizes stand below each other.
  public static RateUnit ofTables(BandwidthUnit mode) {
    return switch (mode) {
      case BITS -> MBIT;
      case BYTES -> MBYTE;
    };
  }

  public String symbol() {
    return symbol;
  }

  /// Bits per second in one of this unit.
  public long bits() {
    return bits;
  }

  /// Bytes per second in one of this unit.
  public double bytes() {
    return bytes;
  }
}
