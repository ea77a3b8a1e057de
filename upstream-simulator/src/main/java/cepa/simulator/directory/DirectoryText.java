package cepa.simulator.directory;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.NetworkHour;
import java.io.IOException;
import java.util.Base64;

/// Pieces that occur in several directory documents.
public final class DirectoryText {

  /// The line `known-flags`, without the keyword.
  public static final String KNOWN_FLAGS =
      "Authority BadExit Exit Fast Guard HSDir MiddleOnly Running Stable StaleDesc Sybil V2Dir Valid";

  /// What current relays speak.
  public static final String PROTOCOLS =
      "Conflux=1 Cons=1-2 Desc=1-2 DirCache=2 FlowCtrl=1-2 HSDir=2 HSIntro=4-5 HSRend=1-2 Link=1-5"
          + " LinkAuth=1,3 Microdesc=1-2 Padding=2 Relay=1-4";

  /// The line `params`, without the keyword.
  public static final String PARAMS =
      "AuthDirMaxServersPerAddr=8 CircuitPriorityHalflifeMsec=30000 DoSCircuitCreationEnabled=1"
          + " DoSConnectionEnabled=1 DoSRefuseSingleHopClientRendezvous=1 ExtendByEd25519ID=1"
          + " KISTSchedRunInterval=3 NumDirectoryGuards=3 NumEntryGuards=1 NumNTorsPerTAP=100"
          + " UseOptimisticData=1 bwauthpid=1 cbttestfreq=10 cc_alg=2 cc_cwnd_full_gap=4"
          + " cc_sscap_exit_pct=100 hs_service_max_rdv_failures=1 maxunmeasuredbw=20"
          + " pb_disablepct=0 sendme_emit_min_version=1 usecreatefast=0";

  private static final Base64.Encoder UNPADDED = Base64.getEncoder().withoutPadding();
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final int HOUR = 3600;

  private DirectoryText() {}

  /// Base64 without the filling at the end, as identities and digests are written.
  public static String base64(byte[] bytes) {
    return UNPADDED.encodeToString(bytes);
  }

  /// Bytes between a line `-----BEGIN …` and a line `-----END …`.
  public static String armour(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  /// The first lines of a consensus or vote.
  ///
  /// @param kind `consensus` or `vote`
  /// @param more lines after the status, each with its end
  public static void head(String kind, String more, NetworkHour hour, DocumentWriter out)
      throws IOException {
    long validAfter = hour.published();
    out.text("@type network-status-" + kind + "-3 1.0\nnetwork-status-version 3\n");
    out.text("vote-status " + kind + "\n").text(more);
    out.text("valid-after " + Timestamps.text(validAfter) + "\n");
    out.text("fresh-until " + Timestamps.text(validAfter + HOUR) + "\n");
    out.text("valid-until " + Timestamps.text(validAfter + 3L * HOUR) + "\n");
    out.text("voting-delay 300 300\n");
    String versions = String.join(",", hour.network().recommendedVersions());
    out.text("client-versions " + versions + "\nserver-versions " + versions + "\n");
    out.text("known-flags " + KNOWN_FLAGS + "\n");
  }
}
