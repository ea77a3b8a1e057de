package cepa.fetcher;

/// Obtains the present documents of a source. It does not look into them, unless it must pass over
/// damaged ones because the others count without them.
@FunctionalInterface
public interface Download {

  /// @throws cepa.error.RetriableException if upstream cannot be reached or breaks off, retries
  ///   included
  /// @throws cepa.error.PermanentException if upstream answers with something else than documents
  Downloaded download(DownloadContext context) throws InterruptedException;
}
