package cepa.bench.growth;

/// One step on the way to a model.
///
/// @param name reader or analysis
/// @param wall nanoseconds
/// @param cpu nanoseconds of the whole process: nothing else happens in it, and helpers of the
///   virtual machine are part of the price
record Step(String name, long wall, long cpu) {}
