package cepa.simulator.collectorconsensus;

import cepa.simulator.directory.ArchivePath;
import cepa.simulator.directory.DirectoryText;
import cepa.simulator.directory.RouterEntry;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.network.Authority;
import cepa.simulator.network.Draw;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.Map;

/// Writes a consensus. Its signatures are random bytes.
final class ConsensusText {

  private static final String RECOMMENDED =
      "Cons=2 Desc=2 DirCache=2 HSDir=2 HSIntro=4 HSRend=2 Link=4-5 Microdesc=2 Relay=2-4";

  private final NetworkHour hour;
  private final Draw draw;

  ConsensusText(NetworkHour hour) {
    this.hour = hour;
    this.draw = hour.network().seed().of("consensus").of(hour.tick());
  }

  void write(OutputStream stream) throws IOException {
    DocumentWriter out = new DocumentWriter(stream);
    DirectoryText.head("consensus", "consensus-method 34\n", hour, out);
    parameters(out);
    for (Authority authority : Authority.voters()) {
      authority(authority, out);
    }
    for (RelayHour relay : hour.running()) {
      relay(relay, out);
    }
    footer(out);
    out.flush();
  }

  private void parameters(DocumentWriter out) throws IOException {
    out.text("recommended-client-protocols " + RECOMMENDED + "\n");
    out.text("recommended-relay-protocols " + RECOMMENDED + " LinkAuth=3\n");
    out.text("required-client-protocols Cons=2 Desc=2 Link=4 Microdesc=2 Relay=2\n");
    out.text("required-relay-protocols " + RECOMMENDED + " LinkAuth=3\n");
    out.text("params " + DirectoryText.PARAMS + "\n");
    int day = Math.floorDiv(hour.tick() + 15, 24);
    out.text("shared-rand-previous-value 9 " + sharedRandom(day - 1) + "\n");
    out.text("shared-rand-current-value 9 " + sharedRandom(day) + "\n");
  }

  private String sharedRandom(int day) {
    byte[] value = hour.network().seed().of("shared-random").of(day).bytes(32);
    return DirectoryText.base64(value) + "=";
  }

  private void authority(Authority authority, DocumentWriter out) throws IOException {
    String address = hour.network().address(authority);
    out.text("dir-source " + authority.nickname() + " " + authority.voterIdentity());
    out.text(" " + address + " " + address + " 80 443\n");
    out.text("contact directory authority " + authority.nickname() + " (simulated)\n");
    out.text("vote-digest ");
    out.text(ArchivePath.voteDigest(hour.network(), hour.tick(), authority)).character('\n');
  }

  private void relay(RelayHour state, DocumentWriter out) throws IOException {
    out.text(RouterEntry.identity(state, hour.tick()));
    if (state.relay().ipv6Reachable()) {
      out.text(RouterEntry.ipv6(state.relay()));
    }
    out.text(RouterEntry.flags(state.flags()));
    out.text(RouterEntry.software(state, hour.tick()));
    out.text("w Bandwidth=").number(state.consensusWeight());
    out.text(state.measured() ? "\n" : " Unmeasured=1\n");
    out.text(RouterEntry.policy(state.relay()));
  }

  private void footer(DocumentWriter out) throws IOException {
    out.text("directory-footer\nbandwidth-weights");
    for (Map.Entry<String, Integer> weight : hour.weights().bandwidthWeights().entrySet()) {
      out.character(' ').text(weight.getKey()).character('=').number(weight.getValue());
    }
    out.character('\n');
    for (Authority authority : Authority.voters()) {
      Draw signature = draw.of(authority.nickname());
      String keyDigest = HexFormat.of().withUpperCase().formatHex(signature.of("key").bytes(20));
      out.text("directory-signature " + authority.voterIdentity() + " " + keyDigest + "\n");
      out.text(DirectoryText.armour("SIGNATURE", signature.bytes(256)));
    }
  }
}
