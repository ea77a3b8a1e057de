package cepa.simulator.network;

import java.util.List;

/// A relay's family as seen from it. All lists are of fingerprints, sorted.
///
/// @param declared whom the relay lists, itself included or not
/// @param effective who also lists it back, itself included; empty: nobody does
/// @param alleged whom it lists without being listed
/// @param indirect who is in an effective family of a member of its effective family only
public record Family(
    List<String> declared, List<String> effective, List<String> alleged, List<String> indirect) {

  static final Family NONE = new Family(List.of(), List.of(), List.of(), List.of());
}
