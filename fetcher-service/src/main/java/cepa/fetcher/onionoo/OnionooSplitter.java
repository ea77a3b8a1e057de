package cepa.fetcher.onionoo;

import cepa.error.PermanentException;
import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.UpstreamText;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Splits a document of Onionoo: every object of its array `relays` is an entity, byte for byte as
/// it came; scalars beside the arrays are the envelope; bridges are counted.
///
/// One pass over the tokens: nothing but fingerprints is made into objects.
public final class OnionooSplitter implements DocumentSplitter {

  /// The highest major version of the protocol this code knows.
  static final int MAJOR_VERSION = 8;

  private static final int MAX_NESTING = 32;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxNameLength(1_000)
                  .maxNumberLength(400)
                  .maxStringLength(1_000_000)
                  .build())
          .build();

  @Override
  public SplitDocument split(SpooledDocument document) {
    try (InputStream in = document.open();
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      return new OnionooScan(document, json).run();
    } catch (JacksonException e) {
      throw new PermanentException(
          "Document "
              + document.name()
              + " cannot be read at byte "
              + Math.max(e.getLocation() == null ? -1 : e.getLocation().getByteOffset(), 0)
              + " of "
              + document.bytes()
              + ": "
              + UpstreamText.shown(e.getOriginalMessage()),
          e);
    } catch (java.io.IOException e) {
      throw new cepa.error.RetriableException(
          "Cannot read the spool file of document " + document.name(), e);
    }
  }
}
