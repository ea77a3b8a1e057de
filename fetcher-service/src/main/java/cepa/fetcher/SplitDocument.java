package cepa.fetcher;

import java.time.Instant;
import java.util.Map;

/// A document that was read to its end and found whole.
///
/// @param document the body
/// @param published upstream's own time of the document
/// @param envelope what the document says about itself outside its entities, and what the splitter
///   counted
/// @param entities where its entities are
public record SplitDocument(
    SpooledDocument document, Instant published, Map<String, String> envelope, Entities entities) {

  /// Key under which the engine keeps `published` in the envelope, as ISO 8601 text.
  public static final String PUBLISHED = "published";

  public SplitDocument {
    envelope = Map.copyOf(envelope);
  }
}
