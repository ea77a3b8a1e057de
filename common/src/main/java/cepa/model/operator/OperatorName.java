package cepa.model.operator;

import org.jspecify.annotations.Nullable;

/// What to call an operator, found in what they wrote (relay-model 7). All texts are hostile.
///
/// @param kind which parts make the name
/// @param text the name itself: the domain, `Person (address)`, …; empty for [Kind#NONE]
/// @param person who they say they are; null if not found
/// @param email their address with its disguise taken off; null if not found
/// @param host of a web page they name, lower case; null if not found
public record OperatorName(
    Kind kind,
    String text,
    @Nullable String person,
    @Nullable String email,
    @Nullable String host) {

  /// Parts of a name, the first that apply.
  public enum Kind {
    /// The domain of a complete contact.
    DOMAIN,
    PERSON_AND_EMAIL,
    EMAIL,
    PERSON_AND_HOST,
    PERSON,
    HOST,
    /// The contact as it is.
    TEXT,
    /// There is no contact.
    NONE
  }
}
