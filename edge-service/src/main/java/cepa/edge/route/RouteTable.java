package cepa.edge.route;

import cepa.error.PermanentException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All paths of one build: an open hash table over the routes of its parts. Immutable, safe for all
/// threads, two numbers a path on top of what the parts hold.
public final class RouteTable {

  private final List<PartRoutes> parts;

  /// `firsts[p]` is the number of the first route of part `p`; the last element is the total.
  private final int[] firsts;

  /// Route number + 1; 0 is free.
  private final int[] slots;

  private RouteTable(List<PartRoutes> parts) {
    this.parts = List.copyOf(parts);
    firsts = new int[parts.size() + 1];
    for (int p = 0; p < parts.size(); p++) {
      firsts[p + 1] = Math.addExact(firsts[p], parts.get(p).size());
    }
    slots = new int[Math.max(16, Integer.highestOneBit(Math.max(1, size() - 1)) * 4)];
    for (int p = 0; p < parts.size(); p++) {
      for (int i = 0; i < parts.get(p).size(); i++) {
        insert(parts.get(p).path(i), firsts[p] + i);
      }
    }
  }

  /// @throws PermanentException if two parts hold the same path
  public static RouteTable of(List<PartRoutes> parts) {
    return new RouteTable(parts);
  }

  /// Number of paths.
  public int size() {
    return firsts[firsts.length - 1];
  }

  /// Bytes this table and its parts hold in arrays.
  public long bytes() {
    return parts.stream().mapToLong(PartRoutes::bytes).sum() + 4L * slots.length;
  }

  /// What stands under exactly this path.
  public @Nullable Route find(String path) {
    int number = number(path);
    if (number < 0) {
      return null;
    }
    int part = part(number);
    return parts.get(part).route(number - firsts[part]);
  }

  public boolean has(String path) {
    return number(path) >= 0;
  }

  /// The one path that differs from `path` in the case of ASCII letters only; null if there is none
  /// or more than one.
  public @Nullable String inOtherCase(String path) {
    String found = null;
    for (int slot = slot(path); slots[slot] != 0; slot = next(slot)) {
      int number = slots[slot] - 1;
      int part = part(number);
      if (parts.get(part).pathIsButForCase(number - firsts[part], path)) {
        if (found != null) {
          return null;
        }
        found = parts.get(part).path(number - firsts[part]);
      }
    }
    return found;
  }

  private int number(String path) {
    for (int slot = slot(path); slots[slot] != 0; slot = next(slot)) {
      int number = slots[slot] - 1;
      int part = part(number);
      if (parts.get(part).pathIs(number - firsts[part], path)) {
        return number;
      }
    }
    return -1;
  }

  private void insert(String path, int number) {
    if (number(path) >= 0) {
      throw new PermanentException("Damaged build: path " + path + " is in it twice");
    }
    int slot = slot(path);
    while (slots[slot] != 0) {
      slot = next(slot);
    }
    slots[slot] = number + 1;
  }

  private int slot(String path) {
    return PathHash.of(path) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  /// Empty parts share their first number with the next one: take the last that starts there.
  private int part(int number) {
    int found = Arrays.binarySearch(firsts, number);
    int part = found >= 0 ? found : -found - 2;
    while (firsts[part + 1] <= number) {
      part++;
    }
    return part;
  }
}
