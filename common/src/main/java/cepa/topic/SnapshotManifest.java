package cepa.topic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One snapshot of a source: which documents it has and where their records are. Being on the log,
/// it is the proof that all of them are.
///
/// @param id `<source>-<published as yyyyMMdd'T'HHmmss'Z'>-<first 8 hex of the digest of its
///   documents>`; the same documents published again (at half retention) keep their id
/// @param source id of the source
/// @param endpoint URL it was fetched from, without credentials
/// @param published upstream's own time of the data
/// @param fetched when the last byte had arrived
/// @param validators what to send for a conditional request; null if upstream gave none
/// @param quarantine why the snapshot is not used until someone accepts it; null if it is plausible
/// @param documents at least one, by name
public record SnapshotManifest(
    String id,
    String source,
    String endpoint,
    Instant published,
    Instant fetched,
    @Nullable Validators validators,
    @Nullable String quarantine,
    List<DocumentRef> documents) {

  public SnapshotManifest {
    documents = List.copyOf(documents);
  }

  /// Entities in all documents.
  public long records() {
    return documents.stream().mapToLong(DocumentRef::records).sum();
  }

  /// HTTP validators, verbatim as received.
  ///
  /// @param etag value of `ETag`; null if absent
  /// @param lastModified value of `Last-Modified`; null if absent
  public record Validators(@Nullable String etag, @Nullable String lastModified) {}
}
