package cepa.edge.route;

/// A hash of paths that does not see the case of ASCII letters, so that one table answers both "is
/// this path there?" and "is it there in another case?".
final class PathHash {

  private PathHash() {}

  static int of(CharSequence path) {
    int hash = 0;
    for (int i = 0; i < path.length(); i++) {
      hash = 31 * hash + lower(path.charAt(i));
    }
    // The table takes the low bits: mix the high ones in.
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    return hash ^ (hash >>> 13);
  }

  static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
