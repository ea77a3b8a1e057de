package cepa.fetcher.http;

import cepa.fetcher.RetryPolicy;
import cepa.fetcher.TransferLimits;
import cepa.topic.SnapshotManifest.Validators;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One document to get.
///
/// @param url where it is
/// @param document the name it is to have
/// @param accept what to ask for (`Accept`)
/// @param validators make the request conditional, verbatim as received; null for an unconditional
///   one
/// @param limits limits of each try
/// @param retry what happens after a failed try
public record Get(
    URI url,
    String document,
    String accept,
    @Nullable Validators validators,
    TransferLimits limits,
    RetryPolicy retry) {}
