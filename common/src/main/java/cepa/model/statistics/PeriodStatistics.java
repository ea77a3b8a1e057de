package cepa.model.statistics;

/// How values of one kind lie around their mean (analytics 1, period statistics). All components
/// but the count have the unit of the values.
///
/// @param mean arithmetic mean
/// @param median middle value
/// @param deviation sample standard deviation
/// @param low two deviations below the mean, at least 0
/// @param high two deviations above the mean, at most the largest value there can be
/// @param count number of values, at least 3
public record PeriodStatistics(
    double mean, double median, double deviation, double low, double high, int count) {}
