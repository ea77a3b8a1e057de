package cepa.processor.source.collectordescriptors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.model.Fingerprint;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.processor.source.HostileRecords;
import cepa.processor.source.collectordescriptors.Descriptors.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DescriptorsReaderTest {

  private static final String KEY = "A".repeat(40);
  private static final Instant EXPIRES = Instant.parse("2026-09-20T15:00:00Z");
  private static final byte[] IDENTITY = bytes(7);

  private final TestCertificate family = new TestCertificate();
  private final FamilyCertificates certificates = new FamilyCertificates();
  private final DescriptorsReader.Collector collector =
      new DescriptorsReader.Collector(certificates);

  @Test
  void certificateThatVerifies_isValid() {
    assertThat(read(family.of(IDENTITY, EXPIRES)))
        .containsExactly(new Certificate(family.hex(), EXPIRES, Validity.VALID));
  }

  @Test
  void relayMayBeInSeveralFamilies() {
    var other = new TestCertificate();
    assertThat(read(family.of(IDENTITY, EXPIRES), other.of(IDENTITY, EXPIRES)))
        .as("D-20")
        .extracting(Certificate::key)
        .containsExactly(family.hex(), other.hex());
  }

  @Test
  void certificateOfAnotherRelay_isForeign() {
    assertThat(read(family.of(bytes(8), EXPIRES)))
        .containsExactly(new Certificate(family.hex(), EXPIRES, Validity.FOREIGN));
  }

  @Test
  void certificateOfAnotherType_saysNothingOfFamilies() {
    assertThat(read(family.of(4, IDENTITY, EXPIRES)))
        .extracting(Certificate::validity)
        .containsExactly(Validity.WRONG_TYPE);
  }

  @Test
  void foreignKeyCopiedIntoAnOwnCertificate_isNotSigned() {
    byte[] own = family.of(IDENTITY, EXPIRES);
    byte[] foreign = new TestCertificate().of(IDENTITY, EXPIRES);
    System.arraycopy(foreign, 44, own, 44, 32);
    assertThat(read(own))
        .as("D-19")
        .extracting(Certificate::validity)
        .containsExactly(Validity.BAD_SIGNATURE);
  }

  @Test
  void everyBitCounts() {
    byte[] whole = family.of(IDENTITY, EXPIRES);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      assertThat(certificates.verify(changed, IDENTITY).validity())
          .as("byte " + i)
          .isNotEqualTo(Validity.VALID);
    }
  }

  @Test
  void answersAreKept_andForgottenWhenNobodyAsks() {
    byte[] certificate = family.of(IDENTITY, EXPIRES);
    for (int round = 0; round < 3; round++) {
      assertThat(certificates.verify(certificate, IDENTITY).validity()).isEqualTo(Validity.VALID);
      certificates.forgetOthers();
    }
    certificate[139] ^= 1;
    assertThat(certificates.verify(certificate, IDENTITY).validity())
        .isEqualTo(Validity.BAD_SIGNATURE);
  }

  @Test
  void blockThatIsNoCertificate_isDeclaredAndMalformed() {
    assertThat(read(new byte[103]))
        .containsExactly(new Certificate(null, null, Validity.MALFORMED));
    add(descriptor("2026-08-22 15:00:00", "family-cert\n-----BEGIN FAMILY CERT-----\n§§§\n"));
    assertThat(certificatesOf(collector.data()))
        .containsExactly(new Certificate(null, null, Validity.MALFORMED));
  }

  @Test
  void newestByItsOwnTime_wins_whateverTheOrder() {
    String with = TestCertificate.lines(family.of(IDENTITY, EXPIRES));
    add(descriptor("2026-08-22 12:00:00", with));
    add(descriptor("2026-08-22 06:00:00", ""));
    assertThat(certificatesOf(collector.data())).as("D-11").hasSize(1);
    add(descriptor("2026-08-22 13:00:00", ""));
    assertThat(certificatesOf(collector.data())).isEmpty();
    add(descriptor("2026-08-22 13:00:00", with));
    assertThat(certificatesOf(collector.data())).as("equally new: the last").hasSize(1);
  }

  @Test
  void windowIsThatOfTheFiles() {
    collector.file("2026-08-22-14-45-00-server-descriptors");
    collector.file("2026-08-21-20-05-00-server-descriptors");
    collector.file("nonsense");
    assertThat(collector.data().oldest()).isEqualTo("2026-08-21T20:05:00Z");
    assertThat(collector.data().newest()).isEqualTo("2026-08-22T14:45:00Z");
  }

  @Test
  void descriptorsWithoutTimeOrRelay_areCounted() {
    add(descriptor("yesterday", ""));
    collector.add("head", new byte[0]);
    assertThat(collector.data().rejected()).isEqualTo(2);
    assertThat(collector.data().relays()).hasSize(1);
  }

  /// Of another type, so that nothing of what is left of it can verify.
  @Test
  void hostileDescriptor_neverVerifies_andNeverTouchesTheOthers() {
    String sound =
        descriptor("2026-08-22 12:00:00", TestCertificate.lines(family.of(4, IDENTITY, EXPIRES)));
    String other =
        descriptor("2026-08-22 12:00:00", TestCertificate.lines(family.of(IDENTITY, EXPIRES)));
    for (byte[] hostile : HostileRecords.ofLines(sound)) {
      var fuzzed = new DescriptorsReader.Collector(certificates);
      fuzzed.add(KEY, hostile);
      fuzzed.add("B".repeat(40), other.getBytes(ISO_8859_1));
      Descriptors data = fuzzed.data();
      assertThat(data.relays()).hasSize(2);
      assertThat(Objects.requireNonNull(data.relays().get(Fingerprint.of("B".repeat(40)))))
          .isEqualTo(
              new Descriptors.Descriptor(
                  Instant.parse("2026-08-22T12:00:00Z"),
                  List.of(new Certificate(family.hex(), EXPIRES, Validity.VALID))));
      assertThat(certificatesOf(data))
          .hasSizeLessThanOrEqualTo(16)
          .extracting(Certificate::validity)
          .doesNotContain(Validity.VALID);
      boolean dated =
          Objects.requireNonNull(data.relays().get(Fingerprint.of(KEY))).published() != null;
      assertThat(data.rejected()).isEqualTo(dated ? 0 : 1);
    }
  }

  private List<Certificate> read(byte[]... family) {
    add(descriptor("2026-08-22 15:00:00", TestCertificate.lines(family)));
    return certificatesOf(collector.data());
  }

  private static List<Certificate> certificatesOf(Descriptors data) {
    return Objects.requireNonNull(data.relays().get(Fingerprint.of(KEY))).certificates();
  }

  private void add(String descriptor) {
    collector.add(KEY, descriptor.getBytes(ISO_8859_1));
  }

  private static String descriptor(String published, String family) {
    return "router relay 192.0.2.1 443 0 0\nmaster-key-ed25519 "
        + Base64.getEncoder().withoutPadding().encodeToString(IDENTITY)
        + "\npublished "
        + published
        + "\nfingerprint AAAA\n"
        + family
        + "router-signature\n";
  }

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
