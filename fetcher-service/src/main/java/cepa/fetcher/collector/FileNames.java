package cepa.fetcher.collector;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How the files of a directory are named: a time such as `2026-08-22-15-00-00`, and what follows.
/// Whatever has another form is none of its files.
public final class FileNames {

  private static final String TIME = "([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{2}-[0-9]{2}-[0-9]{2})";
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss").withResolverStyle(ResolverStyle.STRICT);

  private final String rest;
  private final Pattern pattern;
  private final Function<MatchResult, String> document;

  /// @param rest pattern of what follows the time; must not let through a slash, a dot or what has
  ///   a meaning in a URL
  /// @param document the document's name, from the match of a whole name
  public FileNames(String rest, Function<MatchResult, String> document) {
    this.rest = rest;
    this.pattern = Pattern.compile(TIME + rest);
    this.document = document;
  }

  /// What a name says; null if it is none of this directory's.
  public @Nullable ListedFile parse(String name) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    try {
      LocalDateTime time = LocalDateTime.parse(matcher.group(1), FORMAT);
      return new ListedFile(name, time.toInstant(ZoneOffset.UTC), document.apply(matcher));
    } catch (DateTimeException e) {
      return null; // the 31st of February
    }
  }

  /// The form of the names, for a reader.
  @Override
  public String toString() {
    return "YYYY-MM-DD-hh-mm-ss" + rest;
  }
}
