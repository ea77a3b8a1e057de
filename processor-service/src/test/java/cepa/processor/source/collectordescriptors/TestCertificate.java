package cepa.processor.source.collectordescriptors;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A family that signs certificates.
public final class TestCertificate {

  private final KeyPair keys;
  private final byte[] key;

  public TestCertificate() {
    try {
      keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    byte[] encoded = keys.getPublic().getEncoded();
    key = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /// The family's key as the model names it.
  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(key);
  }

  /// A certificate of the membership of a relay.
  public byte[] of(byte[] identity, Instant expires) {
    return of(12, identity, expires);
  }

  byte[] of(int type, byte[] identity, Instant expires) {
    ByteBuffer body = ByteBuffer.allocate(76);
    body.put((byte) 1).put((byte) type).putInt((int) (expires.getEpochSecond() / 3600));
    body.put((byte) 1).put(identity).put((byte) 1);
    body.putShort((short) 32).put((byte) 4).put((byte) 0).put(key);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(body.array());
      return ByteBuffer.allocate(140).put(body.array()).put(signature.sign()).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The lines of a descriptor that carry certificates.
  static String lines(byte[]... certificates) {
    StringBuilder lines = new StringBuilder();
    for (byte[] certificate : certificates) {
      lines.append("family-cert\n-----BEGIN FAMILY CERT-----\n");
      lines.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate));
      lines.append("\n-----END FAMILY CERT-----\n");
    }
    return lines.toString();
  }
}
