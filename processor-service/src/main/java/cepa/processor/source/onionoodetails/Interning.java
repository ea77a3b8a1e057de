package cepa.processor.source.onionoodetails;

import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.Relay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps one copy of values that many relays of a document repeat: a family lists the same hundreds
/// of fingerprints at each of its members, most exits have the same policy. Without it a document
/// takes several times the memory. Not safe for several threads.
final class Interning {

  private static final Contact NO_CONTACT = Contact.of(null);

  private final Map<Object, Object> values = new HashMap<>();
  private final Map<String, Fingerprint> fingerprints = new HashMap<>();
  private final Map<String, Contact> contacts = new HashMap<>();

  /// The one copy of a value equal to this one.
  @SuppressWarnings("unchecked")
  private <T> T one(T value) {
    return (T) values.computeIfAbsent(value, v -> v);
  }

  /// A set of members, ascending, each once; what is no fingerprint, a leading `$` aside, is left
  /// out.
  List<Fingerprint> members(List<String> texts) {
    Fingerprint[] members = new Fingerprint[texts.size()];
    int count = 0;
    for (String text : texts) {
      Fingerprint member = fingerprints.get(text);
      if (member == null) {
        member = Fingerprint.parse(text.startsWith("$") ? text.substring(1) : text);
        if (member == null) {
          continue;
        }
        member = one(member);
        fingerprints.put(text, member);
      }
      members[count++] = member;
    }
    // Onionoo sorts them, so this is a look and no more.
    Arrays.sort(members, 0, count);
    return one(Arrays.stream(members, 0, count).distinct().toList());
  }

  /// Texts in their order.
  List<String> texts(List<String> texts) {
    return one(texts.stream().<String>map(this::one).toList());
  }

  /// Who a contact names, by its text and what was sent.
  Contact contact(@Nullable String text, @Nullable String sent) {
    return text == null || sent == null
        ? NO_CONTACT
        : contacts.computeIfAbsent(sent, _ -> Contact.of(text, sent));
  }

  Relay.ExitPolicy policy(Relay.ExitPolicy policy) {
    return new Relay.ExitPolicy(
        texts(policy.rules()),
        policy.ipv4() == null ? null : one(policy.ipv4()),
        policy.ipv6() == null ? null : one(policy.ipv6()));
  }
}
