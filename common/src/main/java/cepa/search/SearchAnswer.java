package cepa.search;

import java.util.List;

/// Where a search leads.
public sealed interface SearchAnswer {

  /// To exactly one page.
  ///
  /// @param path absolute path, from the index and never from the query
  /// @param group the one hit, as a list would have it
  record Go(String path, Group group) implements SearchAnswer {}

  /// Nothing was asked for.
  record Home() implements SearchAnswer {}

  /// To a list.
  ///
  /// @param groups in the order of the index's kinds, none of them empty
  record Found(List<Group> groups) implements SearchAnswer {
    public Found {
      groups = List.copyOf(groups);
    }
  }

  /// Nowhere.
  record Nothing() implements SearchAnswer {}

  /// The query is longer than a search, or holds what no search holds.
  record Refused() implements SearchAnswer {}

  /// One page of the hits of one kind.
  ///
  /// @param kind its id
  /// @param title its heading
  /// @param total all hits of the kind
  /// @param page which page this is, from 1
  /// @param pages how many there are
  record Group(String kind, String title, int total, int page, int pages, List<Hit> hits) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /// @param label what it is called
  /// @param path absolute path of its page
  /// @param key what identifies it among its kind
  /// @param detail what tells it from others of the same label; may be empty
  record Hit(String label, String path, String key, String detail) {}
}
