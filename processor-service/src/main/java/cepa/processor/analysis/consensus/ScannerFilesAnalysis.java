package cepa.processor.analysis.consensus;

import cepa.model.Fingerprint;
import cepa.model.consensus.Authorities.Scanner.Attribution;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.analysis.consensus.ScannerFiles.Attributed;
import cepa.processor.source.collectorbandwidths.BandwidthFiles;
import cepa.processor.source.collectorbandwidths.BandwidthFiles.File;
import cepa.processor.source.collectorvotes.VotesData;
import cepa.processor.source.collectorvotes.VotesData.Vote;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the authority of every bandwidth file (D-13): by the digest its vote names, else by the
/// headers its vote quotes, if no other file and no other vote has the same.
@Component
public final class ScannerFilesAnalysis implements Analysis<ScannerFiles> {

  @Override
  public Class<ScannerFiles> makes() {
    return ScannerFiles.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(VotesData.class, BandwidthFiles.class);
  }

  @Override
  public ScannerFiles analyse(Facts facts) {
    VotesData votes = facts.find(VotesData.class);
    BandwidthFiles files = facts.find(BandwidthFiles.class);
    if (votes == null || files == null) {
      return new ScannerFiles(Map.of(), Map.of());
    }
    Map<Fingerprint, Attributed> byVoter = new TreeMap<>();
    Set<File> taken = new HashSet<>();
    for (Vote vote : votes.votes()) {
      File file = named(vote.head().bandwidthDigest(), files.files());
      if (file != null && taken.add(file)) {
        byVoter.put(vote.identity(), new Attributed(file, Attribution.DIGEST));
      }
    }
    List<File> left = files.files().stream().filter(file -> !taken.contains(file)).toList();
    List<Vote> open =
        votes.votes().stream().filter(vote -> !byVoter.containsKey(vote.identity())).toList();
    for (Vote vote : open) {
      File file = only(left, f -> quotes(vote, f));
      if (file != null && only(open, other -> quotes(other, file)) != null) {
        byVoter.put(vote.identity(), new Attributed(file, Attribution.HEADERS));
      }
    }
    return new ScannerFiles(byVoter, files.rows());
  }

  private static @Nullable File named(@Nullable String digest, List<File> files) {
    return digest == null
        ? null
        : only(
            files,
            file -> file.name().equalsIgnoreCase(digest) || file.sha256().equalsIgnoreCase(digest));
  }

  /// Whether the vote quotes these headers: those both have are equal, the time among them.
  private static boolean quotes(Vote vote, File file) {
    Map<String, String> quoted = vote.head().bandwidthHeaders();
    if (quoted == null
        || !quoted.containsKey("timestamp")
        || !file.headers().containsKey("timestamp")) {
      return false;
    }
    return quoted.entrySet().stream()
        .filter(header -> file.headers().containsKey(header.getKey()))
        .allMatch(header -> Objects.equals(header.getValue(), file.headers().get(header.getKey())));
  }

  private static <T> @Nullable T only(List<T> all, java.util.function.Predicate<T> condition) {
    List<T> found = all.stream().filter(condition).limit(2).toList();
    return found.size() == 1 ? found.getFirst() : null;
  }
}
