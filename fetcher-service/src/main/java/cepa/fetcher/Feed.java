package cepa.fetcher;

/// A source: everything the engine must know to fetch it. Adding one means one package with a
/// component of this type and its settings; nothing else changes.
///
/// How bytes are obtained, how they are split and when a snapshot is absurd are three separate
/// parts, so that a source with one document over HTTP, one with a directory of many files and one
/// that probes by itself differ only where they must. All parts must be safe for several threads.
public interface Feed {

  /// Id of the source in kebab-case, e.g. `onionoo-details`; names its topic, health entry, metrics
  /// and settings.
  String source();

  /// Where, how often, how long, how much.
  FeedSettings settings();

  /// How the documents are obtained.
  Download download();

  /// How one obtained document becomes entities.
  DocumentSplitter splitter();

  /// When a snapshot must not be used without someone's decision.
  Plausibility plausibility();
}
