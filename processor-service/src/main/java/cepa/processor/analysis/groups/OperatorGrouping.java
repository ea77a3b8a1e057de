package cepa.processor.analysis.groups;

import cepa.model.Contact;
import cepa.processor.analysis.relays.Relays;
import org.springframework.stereotype.Component;

/// Relays by who runs them, as their contact says (relay-model 6). Those without a contact share a
/// group, which is no operator (D-2).
@Component
public final class OperatorGrouping implements Grouping {

  @Override
  public String kind() {
    return "operator";
  }

  @Override
  public Memberships of(Relays relays) {
    return relay -> {
      Contact contact = relays.relays().get(relay).contact();
      return Memberships.one(contact.operator(), contact.domain());
    };
  }
}
