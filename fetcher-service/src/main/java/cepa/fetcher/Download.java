package cepa.fetcher;

/// Obtains the present documents of a source and nothing more: it does not look into them.
@FunctionalInterface
public interface Download {

  /// @throws cepa.error.RetriableException if upstream cannot be reached or breaks off, retries
  ///   included
  /// @throws cepa.error.PermanentException if upstream answers with something else than documents
  Downloaded download(DownloadContext context) throws InterruptedException;
}
