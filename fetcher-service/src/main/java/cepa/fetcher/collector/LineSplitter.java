package cepa.fetcher.collector;

import cepa.error.RetriableException;
import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import java.io.IOException;
import java.io.InputStream;

/// A splitter of documents that are made of lines.
public abstract class LineSplitter implements DocumentSplitter {

  /// Goes over all lines once and fills the records.
  ///
  /// @throws cepa.error.PermanentException as [DocumentSplitter#split(SpooledDocument)] does
  protected abstract SplitDocument split(Lines lines, Records records) throws IOException;

  @Override
  public final SplitDocument split(SpooledDocument document) {
    try (InputStream in = document.open()) {
      return split(new Lines(in), new Records(document));
    } catch (IOException e) {
      throw new RetriableException("Cannot read the spool file of document " + document.name(), e);
    }
  }
}
