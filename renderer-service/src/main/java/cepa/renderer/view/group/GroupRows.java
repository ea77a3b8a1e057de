package cepa.renderer.view.group;

import cepa.model.RelayGroup;
import cepa.model.validation.ValidationStatus;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.Sources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rows of a listing, each made once: a row is the same object in every order, so that it is
/// rendered once.
public final class GroupRows {

  private final Map<String, GroupRow> byKey = new ConcurrentHashMap<>();
  private final Naming naming;
  private final List<String> sources;
  private final GroupData data;
  private final PageContext context;

  /// Says what a group is called and what it belongs to.
  @FunctionalInterface
  public interface Naming {
    Name of(RelayGroup group);
  }

  /// As in [GroupRow].
  public record Name(
      Link group, @Nullable String name, @Nullable Link belongs, @Nullable ValidationStatus proof) {
    public Name(Link group) {
      this(group, null, null);
    }

    public Name(Link group, @Nullable String name, @Nullable Link belongs) {
      this(group, name, belongs, null);
    }
  }

  public GroupRows(Naming naming, GroupData data, PageContext context) {
    this(naming, List.of(Sources.DETAILS, Sources.BANDWIDTH), data, context);
  }

  /// @param sources what names and figures are read from
  public GroupRows(Naming naming, List<String> sources, GroupData data, PageContext context) {
    this.naming = naming;
    this.sources = sources;
    this.data = data;
    this.context = context;
  }

  List<String> sources() {
    return sources;
  }

  GroupData data() {
    return data;
  }

  GroupRow of(RelayGroup group) {
    return byKey.computeIfAbsent(group.key(), _ -> make(group));
  }

  private GroupRow make(RelayGroup group) {
    Name name = naming.of(group);
    return new GroupRow(
        name.group(),
        name.name(),
        name.belongs(),
        name.proof(),
        GroupFigures.ofTable(group.totals(), context.model().site().bandwidthUnit()),
        data.terabytes(group.key()));
  }
}
