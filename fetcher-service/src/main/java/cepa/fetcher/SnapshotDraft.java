package cepa.fetcher;

import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.fetcher.Downloaded.Obtained;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A snapshot before it is on the log.
///
/// @param manifest the manifest, its fresh documents without ranges, not in quarantine
/// @param fresh the documents to be written, by name
record SnapshotDraft(SnapshotManifest manifest, Map<String, SplitDocument> fresh) {

  private static final int DIGITS = 8;
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// Splits what was obtained, except documents that are in a known snapshot: those keep their
  /// ranges. Refuses as the feed's splitter does.
  ///
  /// @param known snapshots that are whole on the log
  static SnapshotDraft of(
      Feed feed, Downloaded.Documents obtained, Instant fetched, List<SnapshotManifest> known) {
    Map<String, DocumentRef> there = new TreeMap<>();
    known.forEach(m -> m.documents().forEach(d -> there.put(d.id(), d)));
    Map<String, SplitDocument> fresh = new TreeMap<>();
    Map<String, DocumentRef> documents = new TreeMap<>();
    for (Obtained document : obtained.documents()) {
      DocumentRef ref =
          switch (document) {
            case Obtained.Kept kept -> kept.ref();
            case Obtained.Loaded loaded -> {
              SpooledDocument body = loaded.document();
              DocumentRef same = there.get(DocumentRef.id(body.name(), body.sha256()));
              yield same == null ? fresh(feed.splitter().split(body), fresh) : same;
            }
            case Obtained.Split loaded -> {
              SpooledDocument body = loaded.split().document();
              DocumentRef same = there.get(DocumentRef.id(body.name(), body.sha256()));
              yield same == null ? fresh(loaded.split(), fresh) : same;
            }
          };
      if (documents.put(document.name(), ref) != null) {
        throw new PermanentException("Two documents are named " + document.name());
      }
    }
    if (documents.isEmpty()) {
      throw new PermanentException(feed.settings().endpoint() + " has no documents");
    }
    List<DocumentRef> sorted = List.copyOf(documents.values());
    Instant published = published(sorted);
    SnapshotManifest manifest =
        new SnapshotManifest(
            feed.source()
                + "-"
                + COMPACT.format(published)
                + "-"
                + Sha256.hex(ids(sorted)).substring(0, DIGITS),
            feed.source(),
            feed.settings().endpoint().toString(),
            published,
            fetched,
            obtained.validators(),
            null,
            sorted);
    return new SnapshotDraft(manifest, fresh);
  }

  /// Whether a snapshot has the same documents, byte for byte.
  boolean equalsDocumentsOf(SnapshotManifest known) {
    return ids(known.documents()).equals(ids(manifest.documents()));
  }

  /// A known snapshot of the same documents with what upstream said about them this time.
  SnapshotManifest withValidatorsOf(SnapshotManifest known) {
    return new SnapshotManifest(
        known.id(),
        known.source(),
        known.endpoint(),
        known.published(),
        known.fetched(),
        manifest.validators(),
        known.quarantine(),
        known.documents());
  }

  /// The manifest, in quarantine if there is an objection.
  SnapshotManifest manifest(@Nullable String objection) {
    return new SnapshotManifest(
        manifest.id(),
        manifest.source(),
        manifest.endpoint(),
        manifest.published(),
        manifest.fetched(),
        manifest.validators(),
        objection,
        manifest.documents());
  }

  private static DocumentRef fresh(SplitDocument split, Map<String, SplitDocument> fresh) {
    fresh.put(split.document().name(), split);
    Map<String, String> envelope = new TreeMap<>(split.envelope());
    envelope.put(SplitDocument.PUBLISHED, split.published().toString());
    return new DocumentRef(
        split.document().name(),
        split.document().sha256(),
        split.document().bytes(),
        split.entities().size(),
        envelope,
        List.of());
  }

  /// The time of the newest document.
  private static Instant published(List<DocumentRef> documents) {
    return documents.stream()
        .map(d -> d.envelope().get(SplitDocument.PUBLISHED))
        .map(text -> text == null ? Instant.EPOCH : Instant.parse(text))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<String> ids(List<DocumentRef> documents) {
    List<String> ids = new ArrayList<>();
    documents.forEach(d -> ids.add(d.id()));
    ids.sort(Comparator.naturalOrder());
    return ids;
  }
}
