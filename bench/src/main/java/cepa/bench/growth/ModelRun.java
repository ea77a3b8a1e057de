package cepa.bench.growth;

import java.util.List;

/// What making a model of one network took, in a process of its own.
///
/// @param relays in the model
/// @param records on the log, all sources
/// @param limitWall nanoseconds to read the same records off the log and nothing else
/// @param limitCpu processor nanoseconds of that
/// @param coldWall nanoseconds of the first model of the process, with its history
/// @param coldCpu processor nanoseconds of that
/// @param wall nanoseconds of the same in the warm process
/// @param cpu processor nanoseconds of that
/// @param liveHeap bytes in use after a collection, the processor with its snapshots still there
/// @param peakResident bytes, the largest the process ever was; the broker is in it
/// @param artefact bytes of all parts of the model
/// @param loadWall nanoseconds to load the model as a renderer does
/// @param loadHeap bytes a loaded model keeps in use
/// @param steps of the warm model
record ModelRun(
    int relays,
    long records,
    long limitWall,
    long limitCpu,
    long coldWall,
    long coldCpu,
    long wall,
    long cpu,
    long liveHeap,
    long peakResident,
    long artefact,
    long loadWall,
    long loadHeap,
    List<Step> steps) {}
