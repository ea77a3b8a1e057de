package cepa.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;

/// One step of a build; a record on `cepa.builds` (key: build id).
///
/// `PLANNED → STAGED → CHECKED → LIVE`; a preview, or any build while publishing is on hold, ends
/// at `CHECKED`. Before LIVE a build may end as `FAILED`, `SUPERSEDED` or `CANCELLED`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(BuildEvent.Planned.class),
  @JsonSubTypes.Type(BuildEvent.Staged.class),
  @JsonSubTypes.Type(BuildEvent.Checked.class),
  @JsonSubTypes.Type(BuildEvent.Live.class),
  @JsonSubTypes.Type(BuildEvent.Failed.class),
  @JsonSubTypes.Type(BuildEvent.Superseded.class),
  @JsonSubTypes.Type(BuildEvent.Cancelled.class),
  @JsonSubTypes.Type(BuildEvent.Answered.class),
  @JsonSubTypes.Type(BuildEvent.Refused.class)
})
public sealed interface BuildEvent {

  /// Id of the build: `<planned as yyyyMMdd't'HHmmss'z'>-<6 hex>`, lower case, so that it may be a
  /// host label.
  String build();

  /// When the step was taken.
  Instant at();

  /// Inputs are pinned, the model is stored, assignments are on the queue (same transaction).
  @JsonTypeName("planned")
  record Planned(String build, Instant at, BuildPlan plan) implements BuildEvent {}

  /// Every shard is staged and the manifest is stored.
  ///
  /// @param pages pages in the build
  /// @param rendered pages rendered; the others were kept from the base build
  /// @param changed pages whose bytes differ from the base build
  /// @param packBytes bytes written in packs
  @JsonTypeName("staged")
  record Staged(String build, Instant at, long pages, long rendered, long changed, long packBytes)
      implements BuildEvent {}

  /// The gate found nothing wrong.
  ///
  /// @param held why it does not become live by itself (`preview`, `hold`); empty if it does
  @JsonTypeName("checked")
  record Checked(String build, Instant at, String held) implements BuildEvent {}

  /// Readers see it.
  @JsonTypeName("live")
  record Live(String build, Instant at) implements BuildEvent {}

  /// It ended without changing anything readers see.
  ///
  /// @param reasons what went wrong, one sentence each
  @JsonTypeName("failed")
  record Failed(String build, Instant at, List<String> reasons) implements BuildEvent {
    public Failed {
      reasons = List.copyOf(reasons);
    }
  }

  /// Another publisher was quicker.
  @JsonTypeName("superseded")
  record Superseded(String build, Instant at, String by) implements BuildEvent {}

  /// Someone ended it.
  @JsonTypeName("cancelled")
  record Cancelled(String build, Instant at, String reason) implements BuildEvent {}

  /// A request asked for what a finished build already is; nothing is built.
  @JsonTypeName("answered")
  record Answered(String build, Instant at, String request) implements BuildEvent {}

  /// A request cannot be met; nothing is built.
  ///
  /// @param build the request's id, since there is no build
  @JsonTypeName("refused")
  record Refused(String build, Instant at, String request, String reason) implements BuildEvent {}
}
