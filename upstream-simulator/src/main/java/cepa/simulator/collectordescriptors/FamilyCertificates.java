package cepa.simulator.collectordescriptors;

import cepa.simulator.network.Draw;
import cepa.simulator.network.RelayHour;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The family certificates of a relay: that of its operator, and in rare cases a second one, an
/// expired one, or one that pretends to a foreign family and does not verify.
final class FamilyCertificates {

  private static final int VERSION = 1;
  private static final int FAMILY_SIGNS_IDENTITY = 12;
  private static final int ED25519_KEY = 1;
  private static final int SIGNED_WITH_KEY = 4;
  private static final int KEY_LENGTH = 32;
  private static final int SIGNATURE_LENGTH = 64;
  private static final int LIFE_HOURS = 30 * 24;
  private static final double RARE = 0.02;

  private final FamilyKeys keys;

  FamilyCertificates(FamilyKeys keys) {
    this.keys = keys;
  }

  /// In the binary form of Tor's certificates.
  List<byte[]> of(RelayHour state, int tick) {
    List<byte[]> certificates = new ArrayList<>();
    if (!state.relay().carriesFamilyKey(tick)) {
      return certificates;
    }
    Draw family = state.relay().operator().draw().of("family-key");
    Draw odd = state.relay().draw().of("odd-certificate");
    int published = (int) (state.descriptor().published() / 3600);
    int expires = published + LIFE_HOURS;
    boolean expired = odd.of("expired").chance(RARE);
    certificates.add(certificate(state, family, expired ? published - 1 : expires));
    if (odd.of("second").chance(RARE)) {
      certificates.add(certificate(state, family.of("second"), expires));
    }
    if (odd.of("forged").chance(RARE)) {
      certificates.add(forged(certificate(state, family.of("foreign"), expires)));
    }
    return certificates;
  }

  private byte[] certificate(RelayHour state, Draw key, int expires) {
    ByteBuffer body = ByteBuffer.allocate(1 + 1 + 4 + 1 + KEY_LENGTH + 1 + 2 + 1 + 1 + KEY_LENGTH);
    body.put((byte) VERSION).put((byte) FAMILY_SIGNS_IDENTITY).putInt(expires);
    body.put((byte) ED25519_KEY).put(state.relay().ed25519Identity());
    body.put((byte) 1); // one extension: length, type, flags, the key that signs
    body.putShort((short) KEY_LENGTH).put((byte) SIGNED_WITH_KEY).put((byte) 0);
    body.put(keys.publicKey(key));
    return ByteBuffer.allocate(body.capacity() + SIGNATURE_LENGTH)
        .put(body.array())
        .put(keys.sign(key, body.array()))
        .array();
  }

  private static byte[] forged(byte[] certificate) {
    certificate[certificate.length - SIGNATURE_LENGTH] ^= 1;
    return certificate;
  }
}
