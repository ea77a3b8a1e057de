package cepa.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/// Someone asks for a build; a record on `cepa.build-requests` (key: request id). A request is
/// answered once, also when it is read twice: the plan names it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(BuildRequest.AsOf.class),
  @JsonSubTypes.Type(BuildRequest.SameInputs.class),
  @JsonSubTypes.Type(BuildRequest.Latest.class)
})
public sealed interface BuildRequest {

  /// Chosen by whoever asks; unique.
  String id();

  /// Whether the build becomes live; otherwise it is a preview.
  boolean publish();

  /// The site as it was at `time`: the newest details snapshot published then, and what else had
  /// come before the next one.
  @JsonTypeName("as-of")
  record AsOf(String id, Instant time, boolean publish) implements BuildRequest {}

  /// The same inputs as an earlier build.
  @JsonTypeName("same-inputs")
  record SameInputs(String id, String build, boolean publish) implements BuildRequest {}

  /// The newest inputs.
  ///
  /// @param full whether every page is rendered, kept pages or not
  /// @param heard position on `cepa.snapshots` up to which snapshots must be known before the build
  ///   is planned: whoever asks knows what it has published; 0 if it does not matter
  @JsonTypeName("latest")
  record Latest(String id, boolean full, boolean publish, long heard) implements BuildRequest {

    /// Of whatever snapshots are known.
    public Latest(String id, boolean full, boolean publish) {
      this(id, full, publish, 0);
    }
  }
}
