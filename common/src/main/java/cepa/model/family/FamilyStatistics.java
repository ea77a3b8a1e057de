package cepa.model.family;

import cepa.model.ModelPart;
import org.jspecify.annotations.Nullable;

/// How relays declare families (relay-model 14). A declaration is effective if the other relay
/// declares the same, alleged if it does not.
///
/// @param standalone relays that declare nobody else
/// @param allegedOnly relays none of whose declarations is returned
/// @param effectiveOnly relays all of whose declarations are returned
/// @param mixed relays with both
/// @param effectiveDeclarations entries in effective families; a relay's own entry, which upstream
///   adds, counts
/// @param allegedDeclarations entries in alleged families
/// @param families families of two relays and more, each counted once (D-14)
/// @param largest relays of the model in the largest of them; 0 if there is none
/// @param large families with [#LARGE] relays of the model or more
public record FamilyStatistics(
    int standalone,
    int allegedOnly,
    int effectiveOnly,
    int mixed,
    long effectiveDeclarations,
    long allegedDeclarations,
    int families,
    int largest,
    int large)
    implements ModelPart {

  /// From so many relays on a family is called large.
  public static final int LARGE = 10;

  /// Share of the declarations that nobody returns, 0..1; null if no relay declares another one.
  public @Nullable Double misconfigured() {
    long all = effectiveDeclarations + allegedDeclarations;
    boolean declared = allegedOnly + effectiveOnly + mixed > 0;
    return declared && all > 0 ? (double) allegedDeclarations / all : null;
  }

  /// Relays in the four states.
  public int relays() {
    return standalone + allegedOnly + effectiveOnly + mixed;
  }
}
