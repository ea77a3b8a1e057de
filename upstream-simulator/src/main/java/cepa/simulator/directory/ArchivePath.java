package cepa.simulator.directory;

import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Authority;
import cepa.simulator.network.SimulatedNetwork;
import java.util.HexFormat;

/// Paths and digests of files at CollecTor.
public final class ArchivePath {

  /// How many hours of consensuses, votes and bandwidth files are on offer. CollecTor keeps 72; the
  /// newest two are enough to show that a reader picks the right one.
  public static final int RECENT_HOURS = 2;

  private static final String ROOT = "/recent/relay-descriptors/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ArchivePath() {}

  public static String consensus(long validAfter) {
    return ROOT + "consensuses/" + Timestamps.fileName(validAfter) + "-consensus";
  }

  public static String vote(long validAfter, Authority authority, String digest) {
    return ROOT
        + "votes/"
        + Timestamps.fileName(validAfter)
        + "-vote-"
        + authority.voterIdentity()
        + "-"
        + digest;
  }

  public static String bandwidthFile(long created, byte[] digest) {
    return ROOT
        + "bandwidths/"
        + Timestamps.fileName(created)
        + "-bandwidth-"
        + HEX.formatHex(digest);
  }

  public static String serverDescriptors(long downloaded) {
    return ROOT + "server-descriptors/" + Timestamps.fileName(downloaded) + "-server-descriptors";
  }

  /// Stands for the SHA-1 of a vote, so that a consensus can name votes without making them.
  public static String voteDigest(SimulatedNetwork network, int tick, Authority authority) {
    return HEX.formatHex(
        network.seed().of("vote-digest").of(tick).of(authority.nickname()).bytes(20));
  }

  /// Stands for the SHA-256 of a bandwidth file.
  public static byte[] bandwidthDigest(SimulatedNetwork network, int tick, Authority authority) {
    return network.seed().of("bandwidth-digest").of(tick).of(authority.nickname()).bytes(32);
  }
}
