package cepa.renderer.pages.operator;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/// Which domains may be a path of their own at the root of the site.
final class Domains {

  private static final int LONGEST = 253;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /// First segments that other families have.
  private static final Set<String> RESERVED =
      Set.of(
          "relay",
          "contact",
          "family",
          "as",
          "country",
          "platform",
          "flag",
          "first_seen",
          "misc",
          "static",
          "search",
          "api",
          "assets",
          "changes",
          "glossary",
          "method");

  /// Ends of names of files at the root: no top-level domain is called so.
  private static final Set<String> FILES =
      Set.of("html", "json", "xml", "txt", "css", "js", "ico", "png", "svg", "webmanifest");

  private Domains() {}

  /// @param domain lower case
  static boolean isPath(String domain) {
    String[] labels = domain.split("\\.", -1);
    String last = labels[labels.length - 1];
    return domain.length() <= LONGEST
        && labels.length > 1
        && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
        && !NUMBER.matcher(last).matches()
        && !FILES.contains(last)
        && !RESERVED.contains(domain);
  }
}
