package cepa.fetcher;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which slices of a document are entities, in the order of their records: about 100 bytes of
/// memory each, however large they are. Filled by one thread, then only read.
public final class Entities {

  private String[] keys = new String[1024];
  private long[] offsets = new long[1024];
  private int[] lengths = new int[1024];
  private int size;
  private final Set<String> known = new HashSet<>();

  /// By index, the values that are no slice of the document.
  private final Map<Integer, byte[]> made = new HashMap<>();

  /// Adds the slice of `length` bytes from `offset` as the entity `key`.
  ///
  /// @return false, and adds nothing, if there is an entity with this key already
  public boolean add(String key, long offset, int length) {
    if (!known.add(key)) {
      return false;
    }
    append(key, offset, length);
    return true;
  }

  /// Like [#add(String, long, int)] for documents in which a key may come several times and every
  /// time counts.
  public void append(String key, long offset, int length) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    keys[size] = key;
    offsets[size] = offset;
    lengths[size] = length;
    size++;
  }

  /// Adds an entity whose value was put together from several places of the document.
  ///
  /// @return false, and adds nothing, if there is an entity with this key already
  public boolean add(String key, byte[] value) {
    int index = size;
    if (!add(key, 0, value.length)) {
      return false;
    }
    made.put(index, value);
    return true;
  }

  /// The value of an entity of `document`.
  public byte[] value(int index, SpooledDocument document) {
    byte[] value = made.get(index);
    return value != null ? value : document.slice(offsets[index], lengths[index]);
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
