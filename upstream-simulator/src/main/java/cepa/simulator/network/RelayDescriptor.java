package cepa.simulator.network;

/// What a relay last published about itself: every 18 hours, while it is up.
///
/// @param number counts the relay's descriptors; negative before tick 0
/// @param published seconds since the epoch
/// @param advertisedBandwidth bytes per second: the least of rate, burst and observed
/// @param observedBandwidth bytes per second
public record RelayDescriptor(
    int number, long published, long advertisedBandwidth, long observedBandwidth) {

  private static final int LIFE = 18;
  private static final int HOUR = 3600;

  /// Chosen so that about 1.5 % of the relays change their bandwidth each hour, as measured.
  private static final double CHANGES = 0.28;

  /// SHA-1 of the descriptor's text, or what stands for it.
  public byte[] digest(SimulatedRelay relay) {
    return relay.draw().of("digest").of(published).bytes(20);
  }

  /// The newest one of a relay that was last up at `hour`.
  static RelayDescriptor of(SimulatedRelay relay, long epoch, int hour) {
    Draw draw = relay.draw().of("descriptor");
    int phase = draw.of("phase").below(LIFE);
    int number = Math.floorDiv(hour + phase, LIFE);
    int first = Math.max(1, Math.ceilDiv(relay.firstHour() + phase, LIFE));
    long bandwidth = relay.baseBandwidth();
    for (int i = first; i <= number; i++) {
      Draw change = draw.of("change").of(i);
      if (bandwidth > 0 && change.chance(CHANGES)) {
        double factor = StrictMath.exp(0.12 * change.of("by").gauss());
        bandwidth = Math.max(1024, (long) (bandwidth * factor));
      }
    }
    long rate = relay.rateLimit().rate();
    double above = draw.of("observed").unit();
    boolean limited = rate <= bandwidth;
    long observed = limited ? (long) (bandwidth * (1 + 0.5 * above)) : bandwidth;
    return new RelayDescriptor(
        number, published(relay, epoch, hour), Math.min(rate, bandwidth), observed);
  }

  /// Every descriptor appears a few minutes after the hour; a relay that was away then publishes
  /// when it is back.
  private static long published(SimulatedRelay relay, long epoch, int hour) {
    Draw draw = relay.draw().of("descriptor");
    int phase = draw.of("phase").below(LIFE);
    int number = Math.floorDiv(hour + phase, LIFE);
    int due = number * LIFE - phase;
    int outage = relay.outages().newestBefore(hour);
    int back = outage < 0 ? relay.firstHour() : relay.outages().end(outage);
    int at = Math.max(due, Math.min(back, hour));
    return epoch + (long) (at - 1) * HOUR + 300 + draw.of("minute").of(number).below(3000);
  }
}
