package cepa.standalone.facts;

import cepa.processor.Analysis;
import cepa.processor.AnalysisEngine;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import cepa.processor.source.collectorconsensus.ConsensusData;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.onionoobandwidth.BandwidthData;
import cepa.processor.source.onionoouptime.UptimeData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Inputs of facts as real analyses make them, which can be made anew of other ones.
final class MadeInput {

  /// What readers make: any of these may be missing.
  private static final Set<Class<?>> SOURCES =
      Set.of(
          AroiData.class,
          BandwidthData.class,
          BandwidthFiles.class,
          ConsensusData.class,
          Descriptors.class,
          UptimeData.class,
          VotesData.class);

  private MadeInput() {}

  /// @param given what the analyses start from, by type
  static FactsInput of(List<Analysis<?>> analyses, Map<Class<?>, Object> given) {
    Set<Class<?>> types = new HashSet<>(given.keySet());
    types.addAll(SOURCES);
    return FactsModel.made(new AnalysisEngine(analyses, types), given, Map.of());
  }
}
