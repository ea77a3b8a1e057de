package cepa.topic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/// A record on `cepa.snapshots` (key: source id). Its order is the one total order of all sources;
/// accepting and rejecting take effect at their own position.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(SnapshotEvent.Published.class),
  @JsonSubTypes.Type(SnapshotEvent.Accepted.class),
  @JsonSubTypes.Type(SnapshotEvent.Rejected.class)
})
public sealed interface SnapshotEvent {

  /// Id of the source; the record's key.
  String source();

  /// A snapshot is whole on the log. It is accepted here unless its manifest is in quarantine.
  @JsonTypeName("published")
  record Published(SnapshotManifest manifest) implements SnapshotEvent {
    @Override
    public String source() {
      return manifest.source();
    }
  }

  /// A quarantined snapshot is used from here on.
  ///
  /// @param source id of the source
  /// @param snapshot id of the snapshot
  /// @param reason who or what accepted it, for the record
  /// @param at when
  @JsonTypeName("accepted")
  record Accepted(String source, String snapshot, String reason, Instant at)
      implements SnapshotEvent {}

  /// A snapshot is not used from here on, whether it was in quarantine or already accepted.
  ///
  /// @param source id of the source
  /// @param snapshot id of the snapshot
  /// @param reason who or what rejected it, for the record
  /// @param at when
  @JsonTypeName("rejected")
  record Rejected(String source, String snapshot, String reason, Instant at)
      implements SnapshotEvent {}
}
