package cepa.simulator.collectorvotes;

import cepa.simulator.directory.ArchivePath;
import cepa.simulator.directory.DirectoryText;
import cepa.simulator.directory.Measurements;
import cepa.simulator.directory.RouterEntry;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Authority;
import cepa.simulator.network.Draw;
import cepa.simulator.network.Flag;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Writes the vote of one authority. Its keys and signatures are random bytes.
final class VoteText {

  private static final int DAY = 86_400;
  private static final double GUARD_UPTIME = 0.985;

  private final NetworkHour hour;
  private final Authority authority;
  private final Draw draw;

  VoteText(NetworkHour hour, Authority authority) {
    this.hour = hour;
    this.authority = authority;
    this.draw = hour.network().seed().of("authority").of(authority.nickname());
  }

  void write(OutputStream stream) throws IOException {
    DocumentWriter out = new DocumentWriter(stream);
    String methods = "28 29 30 31 32 33 34" + (draw.of("methods").chance(0.5) ? " 35" : "");
    String published = Timestamps.text(hour.published() - 600);
    DirectoryText.head(
        "vote", "consensus-methods " + methods + "\npublished " + published + "\n", hour, out);
    settings(out);
    keys(out);
    for (RelayHour relay : hour.relays()) {
      // Authorities also list relays they know and cannot reach, without the flag Running.
      if (relay.running() || hour.published() - relay.lastSeen() < DAY) {
        Optional<Opinion> opinion = Opinion.of(authority, relay);
        if (opinion.isPresent()) {
          relay(relay, opinion.get(), out);
        }
      }
    }
    String keyDigest = HexFormat.of().withUpperCase().formatHex(draw.of("signing-key").bytes(20));
    out.text("directory-footer\ndirectory-signature " + authority.voterIdentity());
    out.text(" " + keyDigest + "\n");
    out.text(DirectoryText.armour("SIGNATURE", draw.of("signature").of(hour.tick()).bytes(256)));
    out.flush();
  }

  private void settings(DocumentWriter out) throws IOException {
    out.text("flag-thresholds");
    out.text(" stable-uptime=").number(between("stable-uptime", 1_200_000, 1_500_000));
    out.text(" stable-mtbf=").number(between("stable-mtbf", 2_600_000, 4_400_000));
    out.text(" fast-speed=102000 guard-wfu=98.000% guard-tk=691200");
    out.text(" guard-bw-inc-exits=").number(between("inc-exits", 26_000_000, 36_000_000));
    out.text(" guard-bw-exc-exits=").number(between("exc-exits", 22_000_000, 30_000_000));
    out.text(" enough-mtbf=1 ignoring-advertised-bws=");
    out.number(authority.measuresBandwidth() ? 1 : 0).character('\n');
    out.text("params " + DirectoryText.PARAMS);
    if (draw.of("family-ids").chance(0.67)) {
      out.text(" use-family-ids=1 use-family-lists=1");
    }
    out.character('\n');
  }

  private int between(String label, int least, int most) {
    return least + draw.of(label).below(most - least);
  }

  private void keys(DocumentWriter out) throws IOException {
    String address = hour.network().address(authority);
    out.text("dir-source " + authority.nickname() + " " + authority.voterIdentity());
    out.text(" " + address + " " + address + " 80 443\n");
    out.text("contact directory authority " + authority.nickname() + " (simulated)\n");
    if (authority.measuresBandwidth()) {
      out.text("bandwidth-file-headers timestamp=").number(hour.published() - 3600);
      out.text(" version=1.8.0 software=sbws software_version=1.9.0 number_eligible_relays=");
      out.number(hour.running().stream().filter(RelayHour::measured).count()).character('\n');
      byte[] digest = ArchivePath.bandwidthDigest(hour.network(), hour.tick(), authority);
      out.text("bandwidth-file-digest sha256=" + DirectoryText.base64(digest) + "\n");
    }
    long epoch = hour.network().epoch();
    out.text("dir-key-certificate-version 3\nfingerprint " + authority.voterIdentity() + "\n");
    out.text("dir-key-published " + Timestamps.text(epoch - 90L * DAY) + "\n");
    out.text("dir-key-expires " + Timestamps.text(epoch + 800L * DAY) + "\n");
    out.text("dir-identity-key\n" + armour("RSA PUBLIC KEY", 398));
    out.text("dir-signing-key\n" + armour("RSA PUBLIC KEY", 270));
    out.text("dir-key-crosscert\n" + armour("ID SIGNATURE", 256));
    out.text("dir-key-certification\n" + armour("SIGNATURE", 384));
  }

  private String armour(String kind, int length) {
    return DirectoryText.armour(kind, draw.of(kind).of(length).bytes(length));
  }

  private void relay(RelayHour state, Opinion opinion, DocumentWriter out) throws IOException {
    SimulatedRelay relay = state.relay();
    out.text(RouterEntry.identity(state, hour.tick()));
    if (opinion.reachesIpv6()) {
      out.text(RouterEntry.ipv6(relay));
    }
    out.text(RouterEntry.flags(opinion.flags()));
    out.text(RouterEntry.software(state, hour.tick()));
    long advertised = state.descriptor().advertisedBandwidth() / 1000;
    out.text("w Bandwidth=").number(Math.max(1, advertised));
    if (authority.measuresBandwidth()) {
      Integer measured = Measurements.of(state, hour.tick()).get(authority.nickname());
      if (measured != null) {
        out.text(" Measured=").number(measured);
      }
    }
    out.character('\n').text(RouterEntry.policy(relay));
    out.text("id ed25519 " + DirectoryText.base64(relay.ed25519Identity()) + "\n");
    Draw digest = relay.draw().of("microdescriptor").of(state.descriptor().published());
    for (String methods : List.of("28,29,30,31,32,33,34", "35")) {
      out.text("m " + methods + " sha256=");
      out.text(DirectoryText.base64(digest.of(methods).bytes(32))).character('\n');
    }
    stats(state, opinion, out);
  }

  /// Weighted fractional uptime, time known, mean time between failures.
  private void stats(RelayHour state, Opinion opinion, DocumentWriter out) throws IOException {
    Draw seen = draw.of(state.fingerprint());
    double uptime = state.relay().reliability().weightedUptime() + (seen.unit() - 0.5) / 1000;
    if (opinion.flags().contains(Flag.GUARD)) {
      uptime = Math.max(uptime, GUARD_UPTIME);
    }
    long known = (long) (state.age() * (0.9 + 0.1 * seen.of("known").unit()));
    long expected = Math.min(state.age(), state.relay().reliability().secondsBetweenFailures());
    long betweenFailures = (long) (expected * (0.9 + 0.2 * seen.of("failures").unit()));
    int millionths = (int) Math.round(Math.min(1, uptime) * 1_000_000);
    out.text("stats wfu=").number(millionths / 1_000_000).character('.');
    out.text(Integer.toString(1_000_000 + millionths % 1_000_000).substring(1));
    out.text(" tk=").number(known).text(" mtbf=").number(betweenFailures).character('\n');
  }
}
