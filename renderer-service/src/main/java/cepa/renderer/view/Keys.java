package cepa.renderer.view;

import java.util.regex.Pattern;

/// Which keys of groups may become part of a path (escaping.md 4). What fails has no page and no
/// link; its text is still shown.
public final class Keys {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern NETWORK = Pattern.compile("AS[1-9][0-9]{0,9}");

  private Keys() {}

  public static boolean isCountry(String key) {
    return COUNTRY.matcher(key).matches();
  }

  public static boolean isNetwork(String key) {
    return NETWORK.matcher(key).matches();
  }
}
