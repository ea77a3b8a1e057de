package cepa.fetcher.http;

import cepa.fetcher.SpooledDocument;
import cepa.topic.SnapshotManifest.Validators;
import org.jspecify.annotations.Nullable;

/// What a [Get] led to.
public sealed interface Answer {

  /// The document, whole.
  ///
  /// @param validators for the next conditional request; null if upstream gave none
  record Body(SpooledDocument document, @Nullable Validators validators) implements Answer {}

  /// 304: it is still what the validators stand for.
  record NotModified() implements Answer {}
}
