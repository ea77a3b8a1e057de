/// The engine that fetches sources: what a source brings along ([Feed]), one attempt after the
/// other, and what becomes of each ([FetchOutcome]).
///
/// ```
///  Feed.download ──► Spool ──► Feed.splitter ──► Feed.plausibility ──► SourceLog.publish
///  how bytes are     a file,   which slices are   absurd against the    one transaction:
///  obtained          never in  entities; refuses  last accepted one?    records, manifest
///                    memory    the unreadable     then quarantine
/// ```
///
/// A source is one package beside this one: a [Feed] component and its settings record. Topic,
/// schedule, health entry and metrics follow from the list of feeds.
@NullMarked
package cepa.fetcher;

import org.jspecify.annotations.NullMarked;
