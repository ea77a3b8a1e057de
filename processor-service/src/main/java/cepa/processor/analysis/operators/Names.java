package cepa.processor.analysis.operators;

import cepa.model.Contact;
import cepa.model.operator.OperatorName;
import cepa.model.operator.OperatorName.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what to call an operator in what they wrote (relay-model 7).
final class Names {

  /// More than this is no name, and nobody shall make us search it.
  private static final int SEARCHED = 2000;

  private static final int SHORTEST_PERSON = 3;
  private static final Set<String> NOBODIES = Set.of("random person", "dave null", "abuse team");

  private static final Pattern PERSON = Pattern.compile("^([A-Z][A-Za-z\\s-]{1,200}?)\\s?<");
  private static final Pattern ONION =
      Pattern.compile("https?://([a-z2-7]{56}\\.onion)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADING_URL =
      Pattern.compile("^https?://([^\\s,/<>]{1,253})", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETED_URL =
      Pattern.compile("<https?://([^\\s,/<>]{1,253})[^>]{0,500}>", Pattern.CASE_INSENSITIVE);

  private Names() {}

  static OperatorName of(Contact contact) {
    String text = contact.text().strip();
    String searched = text.length() <= SEARCHED ? text : text.substring(0, SEARCHED);
    String person = person(searched);
    String email = Emails.find(searched);
    String host = host(searched);
    if (contact.domain() != null) {
      return new OperatorName(Kind.DOMAIN, contact.domain(), person, email, host);
    } else if (text.isEmpty()) {
      return new OperatorName(Kind.NONE, "", null, null, null);
    } else if (email != null) {
      return person == null
          ? new OperatorName(Kind.EMAIL, email, null, email, host)
          : new OperatorName(
              Kind.PERSON_AND_EMAIL, person + " (" + email + ")", person, email, host);
    } else if (person != null) {
      return host == null
          ? new OperatorName(Kind.PERSON, person, person, null, null)
          : new OperatorName(Kind.PERSON_AND_HOST, person + " (" + host + ")", person, null, host);
    } else if (host != null) {
      return new OperatorName(Kind.HOST, host, null, null, host);
    }
    return new OperatorName(Kind.TEXT, text, null, null, null);
  }

  /// What stands before an address in angle brackets, if it can be somebody's name.
  private static @Nullable String person(String text) {
    Matcher match = PERSON.matcher(text);
    if (!match.find()) {
      return null;
    }
    String person = match.group(1).strip();
    boolean somebody =
        person.length() >= SHORTEST_PERSON && !NOBODIES.contains(person.toLowerCase(Locale.ROOT));
    return somebody ? person : null;
  }

  private static @Nullable String host(String text) {
    if (!text.contains("http")) {
      return null;
    }
    Pattern[] patterns =
        text.startsWith("http")
            ? new Pattern[] {ONION, LEADING_URL}
            : new Pattern[] {ONION, BRACKETED_URL};
    for (Pattern pattern : patterns) {
      Matcher match = pattern.matcher(text);
      if (match.find()) {
        String host = match.group(1).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
      }
    }
    return null;
  }
}
