package cepa.processor.source.collectordescriptors;

import cepa.model.consensus.FamilyKeys.Validity;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Verifies family certificates (sources 9.3, A.5; D-19). A signature takes a fraction of a
/// millisecond and the same certificates come hour after hour, so answers are kept from one
/// snapshot to the next. Not safe for several threads.
final class FamilyCertificates {

  private static final int VERSION = 1;

  /// Tor's FAMILY_V_IDENTITY: a family's key certifies a relay's identity.
  private static final int TYPE = 12;

  private static final int ED25519_KEY = 1;
  private static final int SIGNING_KEY = 4;
  private static final int CERTIFIED = 7;
  private static final int KEY_LENGTH = 32;
  private static final int EXTENSIONS = 39;
  private static final int SIGNATURE_LENGTH = 64;
  private static final int SHORTEST = EXTENSIONS + 1 + SIGNATURE_LENGTH;

  /// What stands before a raw Ed25519 key in its standard encoding (RFC 8410).
  private static final byte[] ENCODING = HexFormat.of().parseHex("302a300506032b6570032100");

  private Map<ByteBuffer, Boolean> known = new HashMap<>();
  private Map<ByteBuffer, Boolean> used = new HashMap<>();

  /// Forgets the answers that were not asked for since last time.
  void forgetOthers() {
    known = used;
    used = new HashMap<>();
  }

  /// What a certificate is.
  ///
  /// @param certificate null if its block could not be decoded
  /// @param identity the relay's Ed25519 identity; null if its descriptor has none
  Certificate verify(byte @Nullable [] certificate, byte @Nullable [] identity) {
    if (certificate == null || certificate.length < SHORTEST || certificate[0] != VERSION) {
      return new Certificate(null, null, Validity.MALFORMED);
    }
    Instant expires =
        Instant.ofEpochSecond((ByteBuffer.wrap(certificate).getInt(2) & 0xffff_ffffL) * 3600);
    byte[] key = signingKey(certificate);
    if (key == null) {
      return new Certificate(null, expires, Validity.MALFORMED);
    }
    return new Certificate(
        HexFormat.of().withUpperCase().formatHex(key),
        expires,
        validity(certificate, key, identity));
  }

  private Validity validity(byte[] certificate, byte[] key, byte @Nullable [] identity) {
    if (certificate[1] != TYPE || certificate[6] != ED25519_KEY) {
      return Validity.WRONG_TYPE;
    }
    byte[] certified = Arrays.copyOfRange(certificate, CERTIFIED, CERTIFIED + KEY_LENGTH);
    if (!Arrays.equals(certified, identity)) {
      return Validity.FOREIGN;
    }
    ByteBuffer memory = ByteBuffer.wrap(certificate).asReadOnlyBuffer();
    Boolean answer = known.get(memory);
    if (answer == null) {
      answer = used.get(memory);
    }
    boolean signed = answer == null ? isSigned(certificate, key) : answer;
    used.put(memory, signed);
    return signed ? Validity.VALID : Validity.BAD_SIGNATURE;
  }

  /// Data of the first extension that is a signing key; null if there is none, an extension does
  /// not fit, or something lies between the last one and the signature.
  private static byte @Nullable [] signingKey(byte[] certificate) {
    int end = certificate.length - SIGNATURE_LENGTH;
    int at = EXTENSIONS + 1;
    byte[] key = null;
    for (int i = 0; i < (certificate[EXTENSIONS] & 0xff); i++) {
      if (at + 4 > end) {
        return null;
      }
      int length = ByteBuffer.wrap(certificate).getShort(at) & 0xffff;
      int data = at + 4;
      at = data + length;
      if (at > end) {
        return null;
      }
      if (key == null && certificate[data - 2] == SIGNING_KEY && length == KEY_LENGTH) {
        key = Arrays.copyOfRange(certificate, data, at);
      }
    }
    return at == end ? key : null;
  }

  private static boolean isSigned(byte[] certificate, byte[] key) {
    try {
      byte[] encoded =
          ByteBuffer.allocate(ENCODING.length + KEY_LENGTH).put(ENCODING).put(key).array();
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      int end = certificate.length - SIGNATURE_LENGTH;
      signature.update(certificate, 0, end);
      return signature.verify(certificate, end, SIGNATURE_LENGTH);
    } catch (GeneralSecurityException e) {
      return false; // a key that is no point of the curve, a signature out of range
    }
  }
}
