package cepa.fetcher;

import cepa.topic.SourceStatus;

/// One attempt: how it ended, and what was written about it.
public record FetchResult(FetchOutcome outcome, SourceStatus status) {}
