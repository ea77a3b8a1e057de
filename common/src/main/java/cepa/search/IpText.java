package cepa.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses in one spelling each, read without asking anybody: no name is ever resolved.
public final class IpText {

  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern V4_PORT = Pattern.compile("([0-9.]+):\\d{1,5}");
  private static final Pattern BRACKETS = Pattern.compile("\\[([0-9a-f:.]+)](?::\\d{1,5})?");
  private static final int GROUPS = 8;

  private IpText() {}

  /// The address that `text` is, with or without a port: IPv4 in four decimal numbers, IPv6 in
  /// eight groups without leading zeros. Null if it is none.
  public static @Nullable String canonical(String text) {
    String address = text.toLowerCase(Locale.ROOT);
    Matcher brackets = BRACKETS.matcher(address);
    if (brackets.matches()) {
      return v6(brackets.group(1));
    }
    Matcher port = V4_PORT.matcher(address);
    String four = v4(port.matches() ? port.group(1) : address);
    return four == null ? v6(address) : four;
  }

  private static @Nullable String v4(String text) {
    Matcher parts = V4.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    var out = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > 255) {
        return null;
      }
      out.append(i == 1 ? "" : ".").append(part);
    }
    return out.toString();
  }

  private static @Nullable String v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      String all = groups(text, true);
      return all != null && count(all) == GROUPS ? all : null;
    }
    String head = text.substring(0, gap).isEmpty() ? "" : groups(text.substring(0, gap), false);
    String tail = text.substring(gap + 2).isEmpty() ? "" : groups(text.substring(gap + 2), true);
    if (head == null || tail == null) {
      return null;
    }
    int missing = GROUPS - count(head) - count(tail);
    if (missing < 1) {
      return null;
    }
    String zeros = "0" + ":0".repeat(missing - 1);
    return (head.isEmpty() ? "" : head + ":") + zeros + (tail.isEmpty() ? "" : ":" + tail);
  }

  private static int count(String groups) {
    return groups.isEmpty() ? 0 : groups.split(":").length;
  }

  /// Groups without leading zeros; an IPv4 address at the end of it all is two of them.
  private static @Nullable String groups(String text, boolean last) {
    var out = new StringBuilder();
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean four = last && i == parts.length - 1 && parts[i].indexOf('.') > 0;
      String group = four ? pair(parts[i]) : one(parts[i]);
      if (group == null) {
        return null;
      }
      out.append(i == 0 ? "" : ":").append(group);
    }
    return out.toString();
  }

  private static @Nullable String one(String group) {
    return group.matches("[0-9a-f]{1,4}") ? Integer.toHexString(Integer.parseInt(group, 16)) : null;
  }

  private static @Nullable String pair(String ipv4) {
    String address = v4(ipv4);
    if (address == null) {
      return null;
    }
    String[] bytes = address.split("\\.");
    int high = Integer.parseInt(bytes[0]) << 8 | Integer.parseInt(bytes[1]);
    int low = Integer.parseInt(bytes[2]) << 8 | Integer.parseInt(bytes[3]);
    return Integer.toHexString(high) + ":" + Integer.toHexString(low);
  }
}
