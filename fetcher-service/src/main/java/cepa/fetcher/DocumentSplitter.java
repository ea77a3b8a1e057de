package cepa.fetcher;

/// Finds the entities in a document and refuses what is not such a document.
@FunctionalInterface
public interface DocumentSplitter {

  /// Reads the whole document once, whatever it holds: nothing is published before this returned.
  ///
  /// @throws cepa.error.PermanentException if the document is damaged or not of a known kind; the
  ///   message says where and what
  SplitDocument split(SpooledDocument document);
}
