package cepa.build;

import org.jspecify.annotations.Nullable;

/// One shard to render; a record on `cepa.render-assignments` (key: build id). Any renderer of the
/// same code version takes it; rendering it twice gives the same part.
///
/// @param build id of the build
/// @param shard 0 .. shards - 1
/// @param shards number of shards of the build
/// @param model id of the model artefact
/// @param base id of the build whose pages may be kept; null: render every page
/// @param codeVersion code that must render it; a renderer of other code passes it over
public record RenderAssignment(
    String build, int shard, int shards, String model, @Nullable String base, String codeVersion) {}
