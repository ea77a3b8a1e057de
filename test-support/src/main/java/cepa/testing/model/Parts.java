package cepa.testing.model;

import cepa.model.Contact;
import cepa.model.ModelPart;
import cepa.model.NetworkModel;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.operator.NetworkPosition;
import cepa.model.operator.Operator;
import cepa.model.operator.OperatorName;
import cepa.model.operator.Operators;
import cepa.model.validation.ContactFields;
import cepa.model.validation.FailureKind;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.ProofType;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts beside the core that follow from a network's relays, made the plain way.
final class Parts {

  private static final Pattern URL =
      Pattern.compile("\\burl:(?:https?://)?([^,\\s]+)", Pattern.CASE_INSENSITIVE);

  private Parts() {}

  /// @param proved domains whose relays prove them
  static List<ModelPart> of(NetworkModel model, Set<String> proved) {
    List<RelayValidation> relays =
        model.relays().stream().map(relay -> validation(relay, proved)).toList();
    return List.of(
        new Operators(
            model.groups("operator").stream()
                .map(group -> operator(group, model, proved))
                .toList()),
        new Validation(
            relays,
            model.groups("operator").stream().map(group -> validation(group, relays)).toList(),
            model.groups("family").stream().map(group -> validation(group, relays)).toList(),
            new NetworkValidation(Map.of(), 0, List.of(), List.of(), null)));
  }

  private static Operator operator(RelayGroup group, NetworkModel model, Set<String> proved) {
    Contact contact = model.relays().get(group.members().getFirst()).contact();
    return new Operator(
        group.key(),
        name(contact),
        contact.domain(),
        contact.domain() == null ? null : proved.contains(contact.domain()),
        List.of(),
        (double) group.totals().bandwidth() / group.totals().relays(),
        NetworkPosition.of(group.totals()),
        group.members().stream()
            .map(member -> formerKey(model.relays().get(member).contact()))
            .filter(Objects::nonNull)
            .filter(key -> !key.equals(group.key()))
            .distinct()
            .toList());
  }

  /// The key of a complete contact before hosts had one form (relay-model 6.1); null of any other.
  private static @Nullable String formerKey(Contact contact) {
    Matcher url = URL.matcher(contact.text());
    if (contact.fields().size() < Contact.Field.values().length || !url.find()) {
      return null;
    }
    String host = url.group(1);
    host = host.substring(host.indexOf("://") < 0 ? 0 : host.indexOf("://") + "://".length());
    host = host.startsWith("www.") ? host.substring("www.".length()) : host;
    return Contact.md5("aroi_domain:" + host.split("/", 2)[0]);
  }

  private static OperatorName name(Contact contact) {
    if (!contact.isNamed()) {
      return new OperatorName(OperatorName.Kind.NONE, "", null, null, null);
    }
    String domain = contact.domain();
    return domain == null
        ? new OperatorName(OperatorName.Kind.TEXT, contact.text(), null, null, null)
        : new OperatorName(OperatorName.Kind.DOMAIN, domain, null, null, domain);
  }

  private static RelayValidation validation(Relay relay, Set<String> proved) {
    ContactFields fields = ContactFields.of(relay.contact());
    return switch (fields) {
      case COMPLETE ->
          proved.contains(relay.contact().domain())
              ? new RelayValidation(
                  ValidationStatus.VALIDATED, fields, ProofType.URI_RSA, List.of())
              : new RelayValidation(
                  ValidationStatus.MISCONFIGURED,
                  fields,
                  null,
                  List.of(
                      new RelayValidation.Failure(
                          FailureKind.URI_PROOF_FILE_NOT_FOUND, List.of(), null)));
      case NO_PROOF, NO_DOMAIN, NO_VERSION, MISSING_TWO ->
          new RelayValidation(ValidationStatus.INCOMPLETE, fields, null, List.of());
      case NO_FIELDS, NO_CONTACT ->
          new RelayValidation(ValidationStatus.NOT_CONFIGURED, fields, null, List.of());
    };
  }

  private static GroupValidation validation(RelayGroup group, List<RelayValidation> relays) {
    Map<ValidationStatus, Integer> counts = new EnumMap<>(ValidationStatus.class);
    Map<ContactFields, Integer> fields = new EnumMap<>(ContactFields.class);
    List<ValidationStatus> statuses = new ArrayList<>();
    for (int member : group.members()) {
      RelayValidation relay = relays.get(member);
      counts.merge(relay.status(), 1, Integer::sum);
      fields.merge(relay.fields(), 1, Integer::sum);
      statuses.add(relay.status());
    }
    return new GroupValidation(
        statuses.stream().sorted().findFirst().orElseThrow(),
        !fields.keySet().equals(Set.of(ContactFields.NO_FIELDS)),
        counts,
        fields);
  }
}
