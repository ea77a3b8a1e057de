package cepa.renderer.pages.operator;

import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.model.reliability.FlagUptimes;
import cepa.model.statistics.Period;
import cepa.model.traffic.RelayTraffic;
import cepa.renderer.PageContext;
import cepa.renderer.view.Day;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.KeyedLink;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Rate;
import cepa.renderer.view.RateUnit;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.relay.RelayRows;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The relays of an operator, with more of each than other tables tell: who runs them compares how
/// each is and what it did.
///
/// @param shownIn unit of the rates
/// @param paging which part of the list this is
/// @param rows this part
record OperatorRelays(RateUnit shownIn, Paging paging, List<Row> rows) {

  private static final int TERABYTES = 12;

  /// What [RelayRow] has, but whose it is, and what follows.
  ///
  /// @param uptime share of each period it ran
  /// @param flag that says most of it; null if nothing is known of any
  /// @param flagUptime share of each period it had that flag
  /// @param dataTerabytes written and read within five years, two significant digits; null if
  ///   unknown
  /// @param lastStarted null if unknown
  /// @param flags it has now, in order of name
  /// @param support how it declares its family
  /// @param ipv4 where it is reached first; null if nowhere; likewise ipv6
  record Row(
      KeyedLink relay,
      String fingerprint,
      boolean running,
      Relay.Role role,
      @Nullable Rate observed,
      @Nullable Share consensusWeight,
      Uptimes uptime,
      @Nullable String flag,
      Uptimes flagUptime,
      @Nullable BigDecimal dataTerabytes,
      @Nullable KeyedLink country,
      @Nullable KeyedLink network,
      @Nullable String networkName,
      @Nullable String version,
      @Nullable Boolean recommended,
      @Nullable String platform,
      @Nullable Day firstSeen,
      @Nullable Day lastStarted,
      List<String> flags,
      Support support,
      @Nullable String ipv4,
      @Nullable String ipv6) {}

  /// Shares of time; null where too little is known.
  record Uptimes(
      @Nullable Share oneMonth,
      @Nullable Share sixMonths,
      @Nullable Share oneYear,
      @Nullable Share fiveYears) {}

  /// @param members indexes into the relays of the model
  static OperatorRelays of(List<Integer> members, Paging paging, PageContext context) {
    return new OperatorRelays(
        RateUnit.ofTables(context.model().site().bandwidthUnit()),
        paging,
        paging.rows(members).stream().map(index -> row(index, context)).toList());
  }

  private static Row row(int index, PageContext context) {
    RelayRow everywhere = RelayRows.of(context).row(index);
    Relay relay = context.model().relays().get(index);
    FlagUptimes flags = context.part(FlagUptimes.class);
    String flag = flags.priority(relay, index);
    Relay.Uptime uptime = relay.uptime();
    return new Row(
        everywhere.relay(),
        everywhere.fingerprint(),
        everywhere.running(),
        everywhere.role(),
        everywhere.observed(),
        everywhere.consensusWeight(),
        uptimes(period -> uptime == null ? null : uptime.in(period)),
        flag,
        uptimes(period -> flag == null ? null : flags.share(index, flag, period)),
        terabytes(context.part(RelayTraffic.class).within(index, Period.FIVE_YEARS)),
        everywhere.country(),
        everywhere.network(),
        everywhere.networkName(),
        everywhere.version(),
        everywhere.recommended(),
        DisplayText.line(relay.software().platform(), DisplayText.NICKNAME),
        everywhere.firstSeen(),
        Day.of(relay.times().lastRestarted()),
        relay.flags().stream()
            .map(name -> DisplayText.lineOr(name, DisplayText.NICKNAME, "?"))
            .toList(),
        context.part(FamilyKeys.class).support().get(index),
        address(relay.addresses(), false),
        address(relay.addresses(), true));
  }

  /// 0..1; null if unknown.
  @FunctionalInterface
  private interface TimeShare {
    @Nullable Double in(Period period);
  }

  private static Uptimes uptimes(TimeShare shares) {
    return new Uptimes(
        Share.of(shares.in(Period.ONE_MONTH), 1),
        Share.of(shares.in(Period.SIX_MONTHS), 1),
        Share.of(shares.in(Period.ONE_YEAR), 1),
        Share.of(shares.in(Period.FIVE_YEARS), 1));
  }

  private static @Nullable BigDecimal terabytes(@Nullable Long bytes) {
    return bytes == null ? null : Rounding.twoDigits(BigDecimal.valueOf(bytes, TERABYTES));
  }

  /// The first address of a kind, without its port.
  private static @Nullable String address(Relay.Addresses addresses, boolean ipv6) {
    for (String address : addresses.or()) {
      if (address.startsWith("[") == ipv6) {
        int end = address.indexOf(ipv6 ? ']' : ':');
        String host = end < 0 ? address : address.substring(ipv6 ? 1 : 0, end);
        return DisplayText.line(host, DisplayText.ADDRESS);
      }
    }
    return null;
  }
}
