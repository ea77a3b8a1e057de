package cepa.search;

import java.util.List;

/// One thing that can be found, as the index is made from it. Text is fit to be shown; it is folded
/// by [SearchText] when the index is made and when it is read.
///
/// @param kind id of its [SearchKind]
/// @param label what a hit says
/// @param key the last part of its path below the kind's root; a whole path begins with `/`
/// @param detail what tells it from others of the same label; may be empty
/// @param identifiers further texts that name it alone: a bare AS number, an address
/// @param names what it is called; the label if empty
/// @param words texts found by the beginning of any of their words
/// @param inner whether its names are found by any part of them, not by beginnings of words only
public record SearchEntry(
    String kind,
    String label,
    String key,
    String detail,
    List<String> identifiers,
    List<String> names,
    List<String> words,
    boolean inner) {

  public SearchEntry {
    identifiers = List.copyOf(identifiers);
    names = names.isEmpty() ? List.of(label) : List.copyOf(names);
    words = List.copyOf(words);
  }
}
