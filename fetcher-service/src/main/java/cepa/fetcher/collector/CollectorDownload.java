package cepa.fetcher.collector;

import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.fetcher.Download;
import cepa.fetcher.DownloadContext;
import cepa.fetcher.Downloaded;
import cepa.fetcher.Downloaded.Obtained;
import cepa.fetcher.FeedSettings;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.fetcher.TransferLimits;
import cepa.fetcher.http.Answer;
import cepa.fetcher.http.Get;
import cepa.fetcher.http.HttpFetch;
import cepa.topic.DocumentRef;
import cepa.topic.SnapshotManifest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The download of a source that is a directory of CollecTor: asks for the page that lists it, and
/// for those of the files that count and are not known from the previous snapshot. CollecTor never
/// changes a file, so a known name is a known body.
///
/// A file that cannot be loaded or read is passed over and told in the envelope ([#SKIPPED]); the
/// next attempt tries it again. If all that had to be loaded fail, so does the attempt.
public final class CollectorDownload implements Download {

  /// In the envelope of every document: the name of its file.
  public static final String FILE = "file";

  /// In the envelope of the last document of a snapshot, by name: files that count and could not be
  /// had, joined by blanks; absent if there are none.
  public static final String SKIPPED = "files_skipped";

  private static final int MAX_PAGE = 16 * 1024 * 1024;

  /// More than any selection comes to: a listing cannot make us load for ever.
  private static final int MAX_FILES = 250;

  private final HttpFetch http;
  private final FeedSettings settings;
  private final int parallel;
  private final CollectorFiles files;

  /// @param settings its endpoint is the directory; its total time is that of a whole attempt, from
  ///   the listing to the last file, its size that of one file
  /// @param parallel how many files are loaded at a time
  public CollectorDownload(
      HttpFetch http, FeedSettings settings, int parallel, CollectorFiles files) {
    this.http = http;
    this.settings = settings;
    this.parallel = parallel;
    this.files = files;
  }

  @Override
  public Downloaded download(DownloadContext context) throws InterruptedException {
    try (var transfers = new Transfers(parallel, settings.transfer().total())) {
      return new Attempt(context, transfers).run();
    }
  }

  /// What need not be loaded again, by name of the file.
  private static Map<String, DocumentRef> known(
      List<ListedFile> chosen, @Nullable SnapshotManifest previous) {
    Map<String, DocumentRef> byFile = new TreeMap<>();
    if (previous != null) {
      for (DocumentRef document : previous.documents()) {
        String file = document.envelope().get(FILE);
        if (file != null) {
          byFile.put(file, document);
        }
      }
    }
    Map<String, DocumentRef> known = new TreeMap<>();
    for (ListedFile file : chosen) {
      DocumentRef document = byFile.get(file.name());
      if (document != null && document.name().equals(file.document())) {
        known.put(file.name(), document);
      }
    }
    return known;
  }

  /// One download.
  private final class Attempt {

    private final DownloadContext context;
    private final Transfers transfers;

    private Attempt(DownloadContext context, Transfers transfers) {
      this.context = context;
      this.transfers = transfers;
    }

    private Downloaded run() throws InterruptedException {
      List<ListedFile> chosen = chosen();
      SnapshotManifest previous = context.previous();
      Map<String, DocumentRef> known = known(chosen, previous);
      if (previous != null
          && known.size() == chosen.size()
          && known.size() == previous.documents().size()) {
        return new Downloaded.NotModified();
      }
      List<ListedFile> missing =
          chosen.stream().filter(file -> !known.containsKey(file.name())).toList();
      return new Downloaded.Documents(obtained(known.values(), missing), null);
    }

    private List<ListedFile> chosen() throws InterruptedException {
      URI directory = settings.endpoint();
      SpooledDocument listing =
          transfers.await(transfers.start(() -> get(directory, "listing", "text/html", MAX_PAGE)));
      byte[] page = listing.slice(0, (int) listing.bytes());
      List<ListedFile> all =
          Listing.files(new String(page, StandardCharsets.ISO_8859_1), directory, files.names());
      if (all.isEmpty()) {
        throw new PermanentException(
            directory + " lists no file named like " + files.names() + "; is the URL right?");
      }
      List<ListedFile> chosen = files.selection().choose(all);
      if (chosen.size() > MAX_FILES) {
        throw new PermanentException(
            directory
                + " lists "
                + chosen.size()
                + " files that count, more than the "
                + MAX_FILES
                + " that are plausible; is the URL right?");
      }
      return chosen;
    }

    private List<Obtained> obtained(Collection<DocumentRef> known, List<ListedFile> missing)
        throws InterruptedException {
      Map<ListedFile, Future<SplitDocument>> loading = new LinkedHashMap<>();
      missing.forEach(file -> loading.put(file, transfers.start(() -> load(file))));
      List<Obtained> obtained = new ArrayList<>();
      known.forEach(ref -> obtained.add(new Obtained.Kept(ref)));
      SkippedFiles skipped = new SkippedFiles(settings.endpoint(), known);
      for (Map.Entry<ListedFile, Future<SplitDocument>> entry : loading.entrySet()) {
        try {
          obtained.add(new Obtained.Split(transfers.await(entry.getValue())));
        } catch (CepaException e) {
          skipped.add(entry.getKey(), e);
        }
      }
      skipped.tell(missing.size());
      return skipped.noted(obtained);
    }

    private SplitDocument load(ListedFile file) throws InterruptedException {
      URI url = URI.create(settings.endpoint() + file.name());
      SpooledDocument body =
          get(url, file.document(), "text/plain", settings.transfer().maxBytes());
      SplitDocument split = files.splitter().split(body);
      Duration off = Duration.between(split.published(), file.time()).abs();
      if (off.compareTo(files.tolerance()) > 0) {
        throw new PermanentException("it is of " + split.published() + ", unlike its name");
      }
      Map<String, String> envelope = new TreeMap<>(split.envelope());
      envelope.put(FILE, file.name());
      return new SplitDocument(body, file.time(), envelope, split.entities());
    }

    private SpooledDocument get(URI url, String document, String accept, long maxBytes)
        throws InterruptedException {
      var limits = new TransferLimits(settings.transfer().idle(), transfers.remaining(), maxBytes);
      return switch (http.get(
          new Get(url, document, accept, null, limits, settings.retry()), context)) {
        case Answer.Body body -> body.document();
        case Answer.NotModified _ ->
            throw new PermanentException(url + " was not asked for conditionally");
      };
    }
  }
}
