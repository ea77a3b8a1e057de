package cepa.fetcher.collector;

import cepa.fetcher.DocumentSplitter;
import java.time.Duration;

/// What a source must say about its directory.
///
/// @param names how its files are named
/// @param selection which of them count
/// @param splitter finds the records in one of them
/// @param tolerance how far the time in a document may be from the time in its file's name; zero
///   where the one is made of the other
public record CollectorFiles(
    FileNames names, Selection selection, DocumentSplitter splitter, Duration tolerance) {}
