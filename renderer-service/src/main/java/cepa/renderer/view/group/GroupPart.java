package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.renderer.PageContext;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of the model says of a group. Parts have one element for each group of a kind, in
/// the model's order, which is that of keys.
public final class GroupPart {

  private static final Comparator<RelayGroup> BY_KEY = Comparator.comparing(RelayGroup::key);

  private GroupPart() {}

  /// @param all of the part, for that kind
  /// @return null if the part says nothing of the group
  public static <T> @Nullable T of(
      List<T> all, String kind, RelayGroup group, PageContext context) {
    int index = Collections.binarySearch(context.model().groups(kind), group, BY_KEY);
    return index < 0 || index >= all.size() ? null : all.get(index);
  }
}
