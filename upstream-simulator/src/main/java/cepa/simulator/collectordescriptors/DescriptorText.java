package cepa.simulator.collectordescriptors;

import cepa.simulator.directory.DirectoryText;
import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.Draw;
import cepa.simulator.network.RelayDescriptor;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedRelay;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/// Writes server descriptors. Keys and signatures are random bytes, except for family certificates,
/// which verify.
final class DescriptorText {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final int tick;
  private final FamilyCertificates certificates;
  private final DocumentWriter out;

  DescriptorText(int tick, FamilyKeys keys, OutputStream out) {
    this.tick = tick;
    this.certificates = new FamilyCertificates(keys);
    this.out = new DocumentWriter(out);
  }

  void flush() throws IOException {
    out.flush();
  }

  void write(RelayHour state) throws IOException {
    Draw draw = state.relay().draw().of("descriptor-text").of(state.descriptor().published());
    identity(state.relay(), draw);
    capabilities(state, draw);
    keys(draw);
    family(state);
    operator(state.relay());
    out.text("ntor-onion-key " + DirectoryText.base64(draw.of("ntor").bytes(32)) + "\n");
    for (String line : state.relay().exitPolicy().lines(state.relay().ipv4(tick))) {
      out.text(line).character('\n');
    }
    if (state.relay().exit() && state.relay().ipv6().isPresent()) {
      out.text("ipv6-policy " + state.relay().exitPolicy().summary() + "\n");
    }
    out.text("tunnelled-dir-server\nrouter-sig-ed25519 ");
    out.text(DirectoryText.base64(draw.of("signature").bytes(64)));
    out.text("\nrouter-signature\n").text(armour("SIGNATURE", 128, draw));
  }

  private void identity(SimulatedRelay relay, Draw draw) throws IOException {
    List<String> addresses = relay.orAddresses(tick);
    String primary = addresses.getFirst();
    int colon = primary.lastIndexOf(':');
    out.text("@type server-descriptor 1.0\nrouter " + relay.nickname() + " ");
    out.text(primary.substring(0, colon) + " " + primary.substring(colon + 1) + " 0 ");
    out.number(relay.dirPort()).text("\nidentity-ed25519\n");
    out.text(DirectoryText.armour("ED25519 CERT", signingKeyCertificate(relay, draw)));
    out.text("master-key-ed25519 " + DirectoryText.base64(relay.ed25519Identity()) + "\n");
    for (String address : addresses.subList(1, addresses.size())) {
      out.text("or-address " + address + "\n");
    }
  }

  /// The relay's identity vouches for a signing key; the signature is random.
  private static byte[] signingKeyCertificate(SimulatedRelay relay, Draw draw) {
    int identitySignsSigningKey = 4;
    ByteBuffer certificate = ByteBuffer.allocate(140);
    certificate.put((byte) 1).put((byte) identitySignsSigningKey).putInt(600_000).put((byte) 1);
    certificate.put(draw.of("signing-key").bytes(32)).put((byte) 1);
    certificate.putShort((short) 32).put((byte) 4).put((byte) 0).put(relay.ed25519Identity());
    return certificate.put(draw.of("certificate").bytes(64)).array();
  }

  private void capabilities(RelayHour state, Draw draw) throws IOException {
    SimulatedRelay relay = state.relay();
    RelayDescriptor descriptor = state.descriptor();
    out.text("platform " + relay.software(tick).platformLine() + "\n");
    out.text("proto " + DirectoryText.PROTOCOLS + "\n");
    out.text("published " + Timestamps.text(descriptor.published()) + "\nfingerprint");
    for (int i = 0; i < relay.fingerprint().length(); i += 4) {
      out.character(' ').text(relay.fingerprint().substring(i, i + 4));
    }
    out.text("\nuptime ").number(Math.max(0, descriptor.published() - state.lastRestarted()));
    out.text("\nbandwidth ").number(relay.rateLimit().rate()).character(' ');
    out.number(relay.rateLimit().burst()).character(' ').number(descriptor.observedBandwidth());
    out.text("\nextra-info-digest " + HEX.formatHex(draw.of("extra").bytes(20)) + " ");
    out.text(DirectoryText.base64(draw.of("extra").bytes(32))).character('\n');
    if (state.overloadedAt().isPresent()) {
      out.text("overload-general 1 " + Timestamps.text(state.overloadedAt().getAsLong()) + "\n");
    }
  }

  private void keys(Draw draw) throws IOException {
    out.text("onion-key\n" + armour("RSA PUBLIC KEY", 140, draw.of("onion")));
    out.text("signing-key\n" + armour("RSA PUBLIC KEY", 140, draw.of("signing")));
    out.text("onion-key-crosscert\n" + armour("CROSSCERT", 128, draw));
    out.text("ntor-onion-key-crosscert 0\n" + armour("ED25519 CERT", 104, draw));
    out.text("hidden-service-dir\n");
  }

  private void family(RelayHour state) throws IOException {
    String before = "family";
    for (String member : state.family().declared()) {
      if (!member.equals(state.fingerprint())) {
        out.text(before).text(" $").text(member);
        before = "";
      }
    }
    if (before.isEmpty()) {
      out.character('\n');
    }
    for (byte[] certificate : certificates.of(state, tick)) {
      out.text("family-cert\n").text(DirectoryText.armour("FAMILY CERT", certificate));
    }
  }

  private void operator(SimulatedRelay relay) throws IOException {
    String contact = relay.contact(tick);
    if (contact != null) {
      out.text("contact " + contact.replaceAll("[\\r\\n\\x00]", " ") + "\n");
    }
  }

  private static String armour(String kind, int length, Draw draw) {
    return DirectoryText.armour(kind, draw.of(kind).bytes(length));
  }
}
