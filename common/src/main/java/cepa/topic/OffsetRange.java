package cepa.topic;

/// Where the records of a document lie in one partition of its source's topic.
///
/// Between `from` and `to` there may be records of other documents, aborted ones and transaction
/// markers: a reader keeps those whose `document` header names the document, then verifies count
/// and digest.
///
/// @param partition partition number, 0..
/// @param from offset of the first record
/// @param to offset after the last record
/// @param records number of the document's records in this range
/// @param sha256 lower-case hex digest over these records in offset order, see [RecordDigest]
public record OffsetRange(int partition, long from, long to, long records, String sha256) {}
