package cepa.simulator.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A directory authority of the public network.
///
/// @param relayFingerprint of the relay it runs
/// @param identity its v3 identity, 40 upper-case hexadecimal digits; null: does not vote
/// @param measuresBandwidth whether it runs a bandwidth scanner
public record Authority(
    String nickname,
    String relayFingerprint,
    @Nullable String identity,
    boolean measuresBandwidth) {

  private static final List<Authority> ALL =
      List.of(
          voter(
              "bastet",
              "24E2F139121D4394C54B5BCC368B3B411857C413",
              "27102BC123E7AF1D4741AE047E160C91ADC76B21",
              true),
          voter(
              "dannenberg",
              "7BE683E65D48141321C5ED92F075C55364AC7123",
              "0232AF901C31A04EE9848595AF9BB7620D4C5B2E",
              false),
          voter(
              "dizum",
              "7EA6EAD6FD83083C538F44038BBFA077587DD755",
              "E8A9C45EDE6D711294FADF8E7951F4DE6CA56B58",
              false),
          voter(
              "faravahar",
              "E3E42D35F801C9D5AB23584E0025D56FE2B33396",
              "70849B868D606BAECFB6128C5E3D782029AA394F",
              true),
          voter(
              "gabelmoo",
              "F2044413DAC2E02E3D6BCF4735A19BCA1DE97281",
              "ED03BB616EB2F60BEC80151114BB25CEF515B226",
              true),
          voter(
              "longclaw",
              "74A910646BCEEFBCD2E874FC1DC997430F968145",
              "23D15D965BC35114467363C165C4F724B64B4F66",
              true),
          voter(
              "maatuska",
              "BD6A829255CB08E66FBE7D3748363586E46B3810",
              "49015F787433103580E3B66A1707A00E60F2D15B",
              true),
          voter(
              "moria1",
              "1A25C6358DB91342AA51720A5038B72742732498",
              "F533C81CEF0BC0267857C99B2F471ADF249FA232",
              true),
          new Authority("Serge", "BA44A889E64B93FAA2B114E02C2A279A8555C533", null, false),
          voter(
              "tor26",
              "FAA4BCA4A6AC0FB4CA2F8AD5A11D9E122BA894F6",
              "2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C",
              false));

  /// All that vote, by their identity: the order in which a consensus names them.
  public static List<Authority> voters() {
    return ALL.stream()
        .filter(authority -> authority.identity() != null)
        .sorted(Comparator.comparing(Authority::voterIdentity))
        .toList();
  }

  /// The authority that runs this relay.
  static Optional<Authority> running(String relayFingerprint) {
    return ALL.stream()
        .filter(authority -> authority.relayFingerprint().equals(relayFingerprint))
        .findFirst();
  }

  /// The identity of one that votes.
  public String voterIdentity() {
    if (identity == null) {
      throw new IllegalStateException(nickname + " does not vote");
    }
    return identity;
  }

  private static Authority voter(
      String nickname, String relayFingerprint, String identity, boolean measures) {
    return new Authority(nickname, relayFingerprint, identity, measures);
  }
}
