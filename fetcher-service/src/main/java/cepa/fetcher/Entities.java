package cepa.fetcher;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Which slices of a document are entities, in document order: about 100 bytes of memory each,
/// however large they are. Filled by one thread, then only read.
public final class Entities {

  private String[] keys = new String[1024];
  private long[] offsets = new long[1024];
  private int[] lengths = new int[1024];
  private int size;
  private final Set<String> known = new HashSet<>();

  /// Adds the slice of `length` bytes from `offset` as the entity `key`.
  ///
  /// @return false, and adds nothing, if there is an entity with this key already
  public boolean add(String key, long offset, int length) {
    if (!known.add(key)) {
      return false;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    keys[size] = key;
    offsets[size] = offset;
    lengths[size] = length;
    size++;
    return true;
  }

  public int size() {
    return size;
  }

  public String key(int index) {
    return keys[index];
  }

  public long offset(int index) {
    return offsets[index];
  }

  public int length(int index) {
    return lengths[index];
  }
}
