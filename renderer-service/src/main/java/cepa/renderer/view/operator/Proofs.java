package cepa.renderer.view.operator;

import cepa.model.RelayGroup;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.renderer.PageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is known of the proofs of groups, by their keys.
public final class Proofs {

  private final Map<String, GroupValidation> byKey = new HashMap<>();

  private Proofs(List<RelayGroup> groups, List<GroupValidation> validations) {
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.get(i).key(), validations.get(i));
    }
  }

  public static Proofs ofOperators(PageContext context) {
    return new Proofs(
        context.model().groups("operator"), context.part(Validation.class).operators());
  }

  public static Proofs ofFamilies(PageContext context) {
    return new Proofs(context.model().groups("family"), context.part(Validation.class).families());
  }

  /// What the proof of a group is worth.
  public ValidationStatus status(RelayGroup group) {
    return Objects.requireNonNull(byKey.get(group.key())).status();
  }

  /// @return null if none of its relays takes a step towards a proof
  public @Nullable Proof of(RelayGroup group, PageContext context) {
    GroupValidation validation = Objects.requireNonNull(byKey.get(group.key()));
    return Proof.of(validation, group.members(), context);
  }
}
