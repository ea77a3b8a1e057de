package cepa.fetcher.collector;

import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The page that lists a directory: text from somewhere else of which nothing is used but names of
/// a known form. Where a link leads is never followed.
final class Listing {

  /// Bounded and possessive, so that no page takes more than linear time.
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\bhref\\s{0,8}+=\\s{0,8}+"
              + "(?:\"([^\"<>]{0,500}+)\"|'([^'<>]{0,500}+)'|([^\\s\"'<>]{1,500}+))");

  private Listing() {}

  /// The files a page lists, oldest first, each once.
  static List<ListedFile> files(String page, URI directory, FileNames names) {
    TreeMap<String, ListedFile> files = new TreeMap<>();
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      ListedFile file = names.parse(name(target(link), directory));
      if (file != null) {
        files.put(file.name(), file);
      }
    }
    return List.copyOf(files.values());
  }

  private static String target(Matcher link) {
    String quoted = firstOf(link.group(1), link.group(2));
    return quoted == null ? link.group(3) : quoted;
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  /// The target relative to the directory, if it is written as one below it.
  private static String name(String target, URI directory) {
    for (String base : List.of(directory.toString(), directory.getRawPath(), "./")) {
      if (target.startsWith(base)) {
        return target.substring(base.length());
      }
    }
    return target;
  }
}
