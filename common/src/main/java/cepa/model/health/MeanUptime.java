package cepa.model.health;

import cepa.model.statistics.Period;

/// How much relays ran, in one figure (analytics 11.14): the mean of one month, else the median of
/// six months.
///
/// @param share of the period, 0..1: `overall_uptime`
/// @param period which one
public record MeanUptime(double share, Period period) {}
