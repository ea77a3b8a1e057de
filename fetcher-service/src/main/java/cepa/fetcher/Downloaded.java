package cepa.fetcher;

import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest.Validators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a download found.
public sealed interface Downloaded {

  /// Upstream still has what it had.
  record NotModified() implements Downloaded {}

  /// All documents upstream has now.
  ///
  /// @param documents at least one; names are unique
  /// @param validators for the next conditional request; null if upstream gave none
  record Documents(List<Obtained> documents, @Nullable Validators validators)
      implements Downloaded {

    public Documents {
      documents = List.copyOf(documents);
    }
  }

  /// One document.
  sealed interface Obtained {

    String name();

    /// The document is known from the previous snapshot, was not loaded again and keeps its ranges.
    record Kept(DocumentRef ref) implements Obtained {
      @Override
      public String name() {
        return ref.name();
      }
    }

    /// The document was loaded, and its entities were found at once.
    record Split(SplitDocument split) implements Obtained {
      @Override
      public String name() {
        return split.document().name();
      }
    }

    /// The document was loaded.
    record Loaded(SpooledDocument document) implements Obtained {
      @Override
      public String name() {
        return document.name();
      }
    }
  }
}
