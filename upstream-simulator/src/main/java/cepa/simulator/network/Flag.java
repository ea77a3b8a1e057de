package cepa.simulator.network;

/// The flags a consensus knows, in the order in which it writes them.
public enum Flag {
  AUTHORITY("Authority", 0),
  BAD_EXIT("BadExit", 720),
  EXIT("Exit", 0),
  FAST("Fast", 6),
  GUARD("Guard", 240),
  HSDIR("HSDir", 120),
  MIDDLE_ONLY("MiddleOnly", 480),
  RUNNING("Running", 0),
  STABLE("Stable", 144),
  STALE_DESC("StaleDesc", 960),
  V2DIR("V2Dir", 0),
  VALID("Valid", 0);

  private final String text;
  private final int delayHours;

  Flag(String text, int delayHours) {
    this.text = text;
    this.delayHours = delayHours;
  }

  /// As documents spell it.
  public String text() {
    return text;
  }

  /// How long after its first appearance a relay gets the flag.
  public int delayHours() {
    return delayHours;
  }
}
