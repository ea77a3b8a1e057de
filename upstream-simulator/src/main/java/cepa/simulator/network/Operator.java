package cepa.simulator.network;

import org.jspecify.annotations.Nullable;

/// Someone who runs relays; invented.
///
/// @param size how many relays the operator had at the hour of tick 0
/// @param exitShare the share of these with the Exit flag among those where that is known
/// @param fixedContact the contact string of all the relays, word for word; null: composed
public record Operator(
    Draw draw, int size, double exitShare, ContactStyle style, @Nullable String fixedContact) {

  private static final double MOVES_MAIL = 0.12;

  static Operator invented(Draw draw, int size, double exitShare) {
    return new Operator(draw, size, exitShare, ContactStyle.of(draw, size), null);
  }

  static Operator withContact(Draw draw, int size, double exitShare, String contact) {
    return new Operator(draw, size, exitShare, ContactStyle.FIXED, contact);
  }

  /// The domain of the operator's mail and site, always below a reserved name.
  public String domain() {
    Draw name = draw.of("domain");
    String end =
        switch (name.of("end").below(5)) {
          case 0, 1 -> "example";
          case 2 -> "example.org";
          case 3 -> "example.net";
          default -> "example.com";
        };
    int number = name.of("number").below(900) + 100;
    return Words.pick(name.of(0)) + "-" + Words.pick(name.of(1)) + number + "." + end;
  }

  /// The local part of the mail address; a few operators change it in the first two months.
  String mailUser(int tick) {
    String[] users = {"tor", "abuse", "noc", "relay", "admin", "hostmaster"};
    int first = draw.of("user").below(users.length);
    Draw move = draw.of("moves-mail");
    boolean moved = move.chance(MOVES_MAIL) && tick > move.of("at").below(1440);
    return users[(first + (moved ? 1 : 0)) % users.length];
  }

  /// What the names of the relays begin with; null: each has a name of its own.
  @Nullable String nicknamePrefix() {
    Draw name = draw.of("nickname");
    if (size < 2 || name.chance(0.25)) {
      return null;
    }
    String second = Words.pick(name.of(1));
    String both =
        Words.pick(name.of(0)) + Character.toUpperCase(second.charAt(0)) + second.substring(1);
    return both.substring(0, Math.min(15, both.length()));
  }

  public ProofKind proof() {
    return draw.of("proof").chance(0.72) ? ProofKind.URI : ProofKind.DNS;
  }

  /// Whether a validator finds the proof for this relay.
  public boolean proves(SimulatedRelay relay) {
    if (style != ContactStyle.AROI) {
      return false;
    }
    double quality = draw.of("validity").unit();
    return quality < 0.70 || (quality < 0.82 && relay.draw().of("proven").chance(0.6));
  }

  FamilyStyle familyStyle() {
    double style = draw.of("family").unit();
    return style < 0.70
        ? FamilyStyle.MUTUAL
        : style < 0.84 ? FamilyStyle.PARTIAL : style < 0.88 ? FamilyStyle.CHAIN : FamilyStyle.NONE;
  }

  /// Whether the operator signs relays with a family key.
  public boolean usesFamilyKey() {
    return size > 1 && style != ContactStyle.FIXED && draw.of("family-key").chance(0.35);
  }

  /// How an operator proves to run a relay.
  public enum ProofKind {
    DNS("dns-rsa"),
    URI("uri-rsa");

    private final String text;

    ProofKind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /// How an operator declares the family of the relays.
  enum FamilyStyle {
    /// Each relay lists all.
    MUTUAL,
    /// Some relays were forgotten: the others list them, they list nobody.
    PARTIAL,
    /// Two halves that have one relay in common.
    CHAIN,
    NONE
  }
}
