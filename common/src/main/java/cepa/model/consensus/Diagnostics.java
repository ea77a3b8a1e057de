package cepa.model.consensus;

import cepa.model.ModelPart;
import java.util.Arrays;
import java.util.List;

/// What is wrong with each relay (consensus 12). Relays share most of their issues, so each
/// distinct one is stored once.
///
/// @param issues distinct ones, in order of first use
/// @param relays parallel to base order: indexes into the issues, in the order they are listed;
///   arrays are not to be changed
public record Diagnostics(List<Issue> issues, List<int[]> relays) implements ModelPart {

  public Diagnostics {
    issues = List.copyOf(issues);
    relays = List.copyOf(relays);
  }

  /// The issues of one relay, in the order they are listed.
  ///
  /// @param relay index in base order
  public List<Issue> of(int relay) {
    return Arrays.stream(relays.get(relay)).mapToObj(issues::get).toList();
  }
}
