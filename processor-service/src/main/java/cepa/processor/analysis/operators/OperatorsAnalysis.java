package cepa.processor.analysis.operators;

import cepa.model.Contact;
import cepa.model.Relay;
import cepa.model.RelayGroup;
import cepa.model.operator.CountryRelays;
import cepa.model.operator.NetworkPosition;
import cepa.model.operator.Operator;
import cepa.model.operator.Operators;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says who the operators are (relay-model 7, 11.5, 11.8, 12.4). What they wrote is read at their
/// first relay (D-4).
@Component
public final class OperatorsAnalysis implements Analysis<Operators> {

  @Override
  public Class<Operators> makes() {
    return Operators.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Relays.class, Groups.class, Validation.class);
  }

  @Override
  public Operators analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    List<RelayGroup> groups = facts.get(Groups.class).of("operator");
    List<GroupValidation> validations = facts.get(Validation.class).operators();
    var formerKeys = new FormerKeys(relays, groups);
    List<Operator> operators = new ArrayList<>(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      RelayGroup group = groups.get(i);
      List<Relay> members = group.members().stream().map(relays::get).toList();
      Contact contact = members.getFirst().contact();
      operators.add(
          new Operator(
              group.key(),
              Names.of(contact),
              contact.domain(),
              isValidated(contact, validations.get(i)),
              countries(members),
              (double) group.totals().bandwidth() / members.size(),
              NetworkPosition.of(group.totals()),
              formerKeys.of(group)));
    }
    return new Operators(operators);
  }

  private static @Nullable Boolean isValidated(Contact contact, GroupValidation validation) {
    boolean unknown = contact.domain() != null && validation.count(ValidationStatus.UNCHECKED) > 0;
    return unknown ? null : validation.status() == ValidationStatus.VALIDATED;
  }

  private static List<CountryRelays> countries(List<Relay> members) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, @Nullable String> names = new LinkedHashMap<>();
    for (Relay member : members) {
      Relay.Place place = member.place();
      if (place != null) {
        counts.merge(place.country(), 1, Integer::sum);
        names.putIfAbsent(place.country(), place.countryName());
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(e -> new CountryRelays(e.getKey(), names.get(e.getKey()), e.getValue()))
        .toList();
  }
}
