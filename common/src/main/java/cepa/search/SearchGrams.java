package cepa.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// How a text is cut into the keys under which shards hold it: three characters from where a query
/// may begin. Keys with too many rows are cut longer, one character at a time.
final class SearchGrams {

  static final int LENGTH = 3;

  private SearchGrams() {}

  /// The beginnings of `length` characters from any place, or from the beginnings of words only; a
  /// shorter text is its own key.
  static Set<String> of(String folded, int length, boolean inner) {
    Set<String> grams = new LinkedHashSet<>();
    int characters = folded.codePointCount(0, folded.length());
    if (characters < LENGTH) {
      grams.add(folded);
      return grams;
    }
    for (int start = 0; start < folded.length(); start = folded.offsetByCodePoints(start, 1)) {
      int left = folded.codePointCount(start, folded.length());
      if (left >= length && (inner || isWordStart(folded, start))) {
        grams.add(folded.substring(start, folded.offsetByCodePoints(start, length)));
      }
    }
    return grams;
  }

  /// The first characters of a query that the index has rows under.
  static String cut(String text, int length) {
    int characters = text.codePointCount(0, text.length());
    return characters <= length ? text : text.substring(0, text.offsetByCodePoints(0, length));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isWordStart(String folded, int at) {
    return SearchText.isLetter(folded.codePointAt(at))
        && (at == 0 || !SearchText.isLetter(folded.codePointBefore(at)));
  }

  /// Which of so many shards has a key: FNV-1a over its UTF-16 units.
  static int shard(String gram, int shards) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < gram.length(); i++) {
      hash = (hash ^ gram.charAt(i)) * 0x01000193;
    }
    return Integer.remainderUnsigned(hash, shards);
  }

  /// A key as a part of a path.
  static String hex(String gram) {
    var hex = new StringBuilder();
    for (int i = 0; i < gram.length(); i++) {
      hex.append(Integer.toHexString(0x10000 | gram.charAt(i)).substring(1));
    }
    return hex.toString();
  }
}
