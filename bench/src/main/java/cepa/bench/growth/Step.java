package cepa.bench.growth;

/// One step on the way to a model.
///
/// @param name reader or analysis
/// @param wall nanoseconds
/// @param cpu nanoseconds of its thread
record Step(String name, long wall, long cpu) {}
