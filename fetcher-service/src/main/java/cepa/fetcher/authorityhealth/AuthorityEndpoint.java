package cepa.fetcher.authorityhealth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a directory authority is to be reached.
///
/// @param name its nickname, as Tor allows them: 1 to 19 letters and digits
/// @param address an address without brackets, or a host name
/// @param port 1 to 65535
record AuthorityEndpoint(String name, String address, int port) {

  private static final int MAX_PORT = 65_535;

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<name>[A-Za-z0-9]{1,19})="
              + "(?:\\[(?<six>[0-9A-Fa-f:.]{2,45})]|(?<host>[A-Za-z0-9.-]{1,253}))"
              + ":(?<port>[0-9]{1,5})");

  /// Reads `moria1=128.31.0.39:9131` or `name=[2001:db8::1]:80`.
  ///
  /// @throws IllegalArgumentException if it is neither
  static AuthorityEndpoint parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw refused(text);
    }
    int port = Integer.parseInt(matcher.group("port"));
    if (port < 1 || port > MAX_PORT) {
      throw refused(text);
    }
    String six = matcher.group("six");
    return new AuthorityEndpoint(
        matcher.group("name"), six == null ? matcher.group("host") : six, port);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "authorities must be like 'moria1=128.31.0.39:9131', not '" + text + "'");
  }
}
