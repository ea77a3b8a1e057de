package cepa.standalone.facts.deviation;

import cepa.model.Contact;
import cepa.model.Relay;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.RawDetails;
import cepa.standalone.facts.section.GroupFigures.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who runs a relay by the reference's rules (relay-model 6): of the claimed URL only the scheme, a
/// leading `www.` and what follows the first slash are dropped, and every character counts.
final class ReferenceContacts {

  private static final Pattern URL =
      Pattern.compile(
          "\\burl:(?:https?://)?([^,\\s]+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final RawDetails raw;
  private final Map<String, Who> byText = new HashMap<>();
  private final Map<String, List<Relay>> byKey = new LinkedHashMap<>();

  private ReferenceContacts(FactsInput input) {
    RawDetails found = input.find(RawDetails.class);
    raw = found == null ? RawDetails.NONE : found;
    for (Relay relay : input.relays()) {
      byKey.computeIfAbsent(of(relay).key(), _ -> new ArrayList<>()).add(relay);
    }
  }

  static ReferenceContacts of(FactsInput input) {
    return input.derive(ReferenceContacts.class, ReferenceContacts::new);
  }

  Who of(Relay relay) {
    return byText.computeIfAbsent(text(relay), ReferenceContacts::who);
  }

  private String text(Relay relay) {
    return raw.contacts().getOrDefault(relay.fingerprint(), relay.contact().text());
  }

  /// Whether the model's text is not what upstream sent.
  boolean isCleaned(Relay relay) {
    return !text(relay).equals(relay.contact().text());
  }

  /// The relays of an operator in base order; none if the reference knows no such operator.
  List<Relay> relays(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  Map<String, List<Relay>> operators() {
    return byKey;
  }

  private static Who who(String text) {
    Matcher url = URL.matcher(text);
    boolean complete = Contact.of(text).fields().size() == Contact.Field.values().length;
    if (!complete || !url.find()) {
      return new Who(text, null, Contact.md5(text));
    }
    String domain = url.group(1);
    domain = domain.substring(domain.indexOf("://") < 0 ? 0 : domain.indexOf("://") + 3);
    domain = domain.startsWith("www.") ? domain.substring(4) : domain;
    domain = domain.split("/", 2)[0];
    return new Who(text, domain, Contact.md5("aroi_domain:" + domain));
  }
}
