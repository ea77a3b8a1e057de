package cepa.fetcher.collector;

import java.time.Instant;

/// A file in one of CollecTor's directories, as far as its name tells.
///
/// @param name its name in the directory; of the form that its [FileNames] know
/// @param time the time its name begins with, UTC; what it is the time of depends on the directory
/// @param document the name it has as a document of the source
public record ListedFile(String name, Instant time, String document) {}
