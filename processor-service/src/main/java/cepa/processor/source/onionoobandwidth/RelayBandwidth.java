package cepa.processor.source.onionoobandwidth;

import cepa.model.reliability.Overloads;
import org.jspecify.annotations.Nullable;

/// Bandwidth of one relay (analytics 3.2, 3.3). Arrays have one value for each period, by
/// [Period#index]; NaN is unknown.
///
/// @param read bytes read; intervals without a value count for nothing
/// @param written bytes written, likewise
/// @param average mean bytes read per second, of at least 30 values
/// @param peak largest value of the read history, bytes per second
/// @param limits rate limits it reported to have hit; null if it reported nothing
/// @param descriptors file descriptors that ran out; null if it reported nothing
public record RelayBandwidth(
    double[] read,
    double[] written,
    double[] average,
    double[] peak,
    Overloads.@Nullable Limits limits,
    Overloads.@Nullable Descriptors descriptors) {}
