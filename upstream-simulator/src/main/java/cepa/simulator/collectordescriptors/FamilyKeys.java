package cepa.simulator.collectordescriptors;

import cepa.simulator.network.Draw;
import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The Ed25519 keys with which operators sign their relays; drawn from the seed, and so of no value
/// to anyone. Making one is slow, so they are kept.
final class FamilyKeys {

  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_LENGTH = 32;

  private final Map<Draw, KeyPair> keys = new ConcurrentHashMap<>();

  /// The raw public key at this place of the seed.
  byte[] publicKey(Draw place) {
    return raw(keys.computeIfAbsent(place, FamilyKeys::make).getPublic());
  }

  byte[] sign(Draw place, byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(keys.computeIfAbsent(place, FamilyKeys::make).getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot sign with " + ALGORITHM, e);
    }
  }

  private static KeyPair make(Draw place) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Drawn(place));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make keys for " + ALGORITHM, e);
    }
  }

  /// The encoding of a public key ends with the key itself.
  private static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
  }

  /// Hands the drawn bytes to the key generator in place of random ones.
  private static final class Drawn extends SecureRandom {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Draw place;

    Drawn(Draw place) {
      this.place = place;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(place.bytes(bytes.length), 0, bytes, 0, bytes.length);
    }
  }
}
