package cepa.fetcher.onionoo;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.json.JsonDocument;

/// Splits a document of Onionoo: every object of its array `relays` is an entity, byte for byte as
/// it came; scalars beside the arrays are the envelope; bridges are counted.
///
/// One pass over the tokens: nothing but fingerprints is made into objects.
public final class OnionooSplitter implements DocumentSplitter {

  /// The highest major version of the protocol this code knows.
  static final int MAJOR_VERSION = 8;

  @Override
  public SplitDocument split(SpooledDocument document) {
    return JsonDocument.read(document, json -> new OnionooScan(document, json).run());
  }
}
