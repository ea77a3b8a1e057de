package cepa.store;

import cepa.error.PermanentException;
import java.util.regex.Pattern;

/// The one rule for keys of objects and paths of pages; the last guard before every write.
public final class StoreKey {

  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9._-]{1,253}(/[A-Za-z0-9._-]{1,253})*");
  private static final int MAX_LENGTH = 512;

  private StoreKey() {}

  /// Whether `key` follows the rule of [ObjectStore].
  public static boolean isValid(String key) {
    if (key.length() > MAX_LENGTH || !KEY.matcher(key).matches()) {
      return false;
    }
    for (String segment : key.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /// @return `key` itself
  /// @throws PermanentException if it breaks the rule; the key is never mended
  public static String require(String key) {
    if (!isValid(key)) {
      throw new PermanentException(
          "Refused object key (a key is segments of A-Z a-z 0-9 . _ - joined by '/'): "
              + key.substring(0, Math.min(key.length(), 80)).replaceAll("\\p{Cntrl}", "?"));
    }
    return key;
  }
}
