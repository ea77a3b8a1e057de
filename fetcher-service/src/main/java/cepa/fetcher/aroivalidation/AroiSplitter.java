package cepa.fetcher.aroivalidation;

import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.json.JsonDocument;

/// Splits the validator's document: first what stands beside `results`, as one entity `head`, then
/// every object of `results`, all of it byte for byte as it came.
///
/// One pass over the tokens: nothing but fingerprints and `metadata` is made into objects.
final class AroiSplitter implements DocumentSplitter {

  @Override
  public SplitDocument split(SpooledDocument document) {
    return JsonDocument.read(document, json -> new AroiScan(document, json).run());
  }
}
