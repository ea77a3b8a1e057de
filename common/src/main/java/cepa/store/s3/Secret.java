package cepa.store.s3;

/// A value that must not reach logs: its text form shows only whether there is one.
///
/// @param value the secret itself; empty means none was given
public record Secret(String value) {

  public static final Secret NONE = new Secret("");

  public boolean isGiven() {
    return !value.isBlank();
  }

  @Override
  public String toString() {
    return isGiven() ? "(hidden)" : "(none)";
  }
}
