package cepa.processor.analysis.operators;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the disguise off an address (relay-model 7, rules 1 to 12 with D-17). The first rule that
/// fits decides. All repetitions are bounded, so that no contact takes long to search.
final class Emails {

  /// What stands for the parts of a rule below.
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("LOCAL", "(?<![\\w.+-])([\\w.+-]{1,64})"),
          // As short as can be: underscores after it are separators, not parts of it (D-17).
          Map.entry("NAME", "(?<![\\w.+-])([\\w.+-]{1,64}?)"),
          Map.entry("DOMAIN", "([\\w.-]{1,253})"),
          Map.entry("HOST", "([\\w.-]{1,253}?)"),
          Map.entry("TLD", "(\\w{2,63})"),
          Map.entry("~", "\\s{0,9}"),
          Map.entry("_", "\\s{1,9}"),
          // Disguised: in brackets or between underscores.
          Map.entry(
              "AT", "(?:\\s{0,9}(?:[<{(\\[]at[>})\\]]|__?at__?)\\s{0,9}|\\s{1,9}(?-i:AT)\\s{1,9})"),
          Map.entry("HIDDENDOT", "(?:[<{(\\[]dot[>})\\]]|__?dot__?)"));

  private static final Pattern PART = Pattern.compile("<<(\\w+|~)>>");

  private static final List<Pattern> TAGGED =
      List.of(rule("email:([\\w.+-]{1,64})\\[\\]<<DOMAIN>>\\[dot\\]<<TLD>>"));

  private static final Pattern EMAIL_TOKEN = rule("email:([^\\s,]{1,320})");
  private static final Pattern MAIL_TOKEN = rule("mail:([^\\s,]{1,320})");
  private static final Pattern VALID = Pattern.compile("[^@]+@.+\\..+", Pattern.DOTALL);

  private static final List<Pattern> UNTAGGED =
      List.of(
          rule("<<LOCAL>>@<<DOMAIN>>\\.<<TLD>>"),
          rule("<<LOCAL>><<~>>\\[\\]<<~>><<DOMAIN>>\\.<<TLD>>"),
          rule(
              "<<<~>><<NAME>>(?:<<_>>at<<_>>|<<~>>(?:_at_|\\[at\\])<<~>>)"
                  + "<<HOST>>(?:<<_>>dot<<_>>|<<~>>(?:_dot_|\\[dot\\])<<~>>)<<TLD>><<~>>>"),
          rule("<<LOCAL>><<~>>//<<~>>at<<~>>//<<~>><<DOMAIN>><<~>>//<<~>>dot<<~>>//<<~>><<TLD>>"),
          rule("<<LOCAL>><<_>>at<<_>>nospam<<_>><<DOMAIN>>(?:<<_>>dot<<_>>|<<~>>\\.<<~>>)<<TLD>>"),
          // In capitals only: many a word holds "at" and another "dot".
          rule("<<NAME>>(?-i:AT)<<HOST>>(?-i:DOT)<<TLD>>(?=\\s|$)"),
          rule("<<LOCAL>><<~>>(?:\\{at\\}|\\(at\\)|\\[at\\])<<~>><<DOMAIN>>\\.<<TLD>>"),
          // One of the two must be disguised, or written as no sentence has it: "at example . com"
          // is a place (D-17).
          rule("<<NAME>><<AT>><<HOST>>(?:<<~>><<HIDDENDOT>><<~>>|<<_>>dot<<_>>)<<TLD>>"),
          rule("<<NAME>><<AT>><<DOMAIN>><<~>>\\.<<~>><<TLD>>"),
          rule("<<NAME>><<_>>at<<_>><<HOST>>(?:<<~>><<HIDDENDOT>><<~>>|<<_>>dot<<_>>)<<TLD>>"));

  private Emails() {}

  private static Pattern rule(String text) {
    return Pattern.compile(
        PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(part(part.group(1)))),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static String part(String name) {
    String part = PARTS.get(name);
    if (part == null) {
      throw new IllegalArgumentException("No part of a rule is called " + name);
    }
    return part;
  }

  /// The first address in a text, or null if there is none.
  static @Nullable String find(String text) {
    String found = first(TAGGED, text);
    if (found == null) {
      found = token(EMAIL_TOKEN, text);
    }
    if (found == null) {
      found = token(MAIL_TOKEN, text);
    }
    return found == null ? first(UNTAGGED, text) : found;
  }

  private static @Nullable String first(List<Pattern> rules, String text) {
    for (Pattern rule : rules) {
      Matcher match = rule.matcher(text);
      if (match.find()) {
        return match.group(1) + "@" + match.group(2) + "." + match.group(3);
      }
    }
    return null;
  }

  private static @Nullable String token(Pattern rule, String text) {
    Matcher match = rule.matcher(text);
    if (!match.find()) {
      return null;
    }
    String token = match.group(1).replace("[@]", "@").replace("[]", "@");
    return VALID.matcher(token).matches() ? token : null;
  }
}
