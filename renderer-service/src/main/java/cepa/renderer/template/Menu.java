package cepa.renderer.template;

import cepa.renderer.PageFamily;
import cepa.renderer.PageFamily.NavEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The main menu: few items in one line, each an entry or a group that folds out.
///
/// @param items in order
public record Menu(List<Item> items) {

  public Menu {
    items = List.copyOf(items);
  }

  /// What families say of it; equal families make equal menus.
  public static Menu of(Collection<? extends PageFamily> families) {
    Map<String, List<NavEntry>> groups = new LinkedHashMap<>();
    families.stream()
        .flatMap(family -> family.navigation().stream())
        .sorted(Comparator.comparingInt(NavEntry::order).thenComparing(NavEntry::text))
        .forEach(entry ->
            groups
                .computeIfAbsent(
                    entry.group().isEmpty() ? "/" + entry.path() : entry.group(),
                    _ -> new ArrayList<>())
                .add(entry));
    return new Menu(groups.values().stream().map(Item::of).toList());
  }

  /// @param name key of the group's text; of the entry's if there is but one without a group
  /// @param folds whether the entries stand under the name
  /// @param entries at least one
  public record Item(String name, boolean folds, List<NavEntry> entries) {
    public Item {
      entries = List.copyOf(entries);
    }

    static Item of(List<NavEntry> entries) {
      NavEntry first = entries.getFirst();
      boolean folds = !first.group().isEmpty();
      return new Item(folds ? first.group() : first.text(), folds, entries);
    }

    /// Whether pages of that section are among its entries; for templates.
    public boolean has(String section) {
      return entries.stream().anyMatch(entry -> entry.section().equals(section));
    }
  }
}
