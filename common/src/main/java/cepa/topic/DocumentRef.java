package cepa.topic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One document of a snapshot and where its records are. A document that did not change since the
/// snapshot before refers to the ranges it already has.
///
/// @param name the document's name within its source, e.g. `details` or the file name of a vote
/// @param sha256 lower-case hex digest of the body as upstream sent it (after decoding of the
///   transfer)
/// @param bytes length of that body
/// @param records number of records, over all ranges
/// @param envelope what the document says about itself outside its entities (version, build
///   revision …), in key order; empty if nothing
/// @param ranges one per partition that holds records, by partition
public record DocumentRef(
    String name,
    String sha256,
    long bytes,
    long records,
    Map<String, String> envelope,
    List<OffsetRange> ranges) {

  public DocumentRef {
    envelope = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(envelope));
    ranges = List.copyOf(ranges);
  }

  /// What the `document` header of its records holds.
  public String id() {
    return id(name, sha256);
  }

  public static String id(String name, String sha256) {
    return name + "@" + sha256;
  }
}
