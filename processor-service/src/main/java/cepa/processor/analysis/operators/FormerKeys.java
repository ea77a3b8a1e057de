package cepa.processor.analysis.operators;

import cepa.model.Contact;
import cepa.model.Contact.Field;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keys that operators had while hosts were taken as written (relay-model 6.1, 6.2 against D-1):
/// links of the web hold them. A key that several operators had leads to the one whose relay comes
/// first.
final class FormerKeys {

  private static final Pattern URL =
      Pattern.compile(
          "\\burl:(?:https?://)?([^,\\s]+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, List<String>> byOperator = new HashMap<>();

  FormerKeys(List<Relay> relays, List<RelayGroup> operators) {
    Set<String> taken = new HashSet<>();
    operators.forEach(operator -> taken.add(operator.key()));
    for (Relay relay : relays) {
      String former = of(relay.contact());
      if (former != null && taken.add(former)) {
        byOperator.computeIfAbsent(relay.contact().operator(), _ -> new ArrayList<>()).add(former);
      }
    }
  }

  List<String> of(RelayGroup operator) {
    return byOperator.getOrDefault(operator.key(), List.of());
  }

  /// The key a contact had; null if it has it still.
  static @Nullable String of(Contact contact) {
    if (contact.fields().size() < Field.values().length) {
      return null;
    }
    Matcher url = URL.matcher(contact.text());
    if (!url.find()) {
      return null;
    }
    String host = url.group(1);
    int scheme = host.indexOf("://");
    host = scheme < 0 ? host : host.substring(scheme + 3);
    host = host.startsWith("www.") ? host.substring("www.".length()) : host;
    int path = host.indexOf('/');
    host = path < 0 ? host : host.substring(0, path);
    return host.isEmpty() || host.equals(contact.domain())
        ? null
        : Contact.md5("aroi_domain:" + host);
  }
}
