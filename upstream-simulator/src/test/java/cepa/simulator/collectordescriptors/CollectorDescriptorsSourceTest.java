package cepa.simulator.collectordescriptors;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SmallNetwork;
import cepa.simulator.document.Timestamps;
import cepa.simulator.network.RelayHour;
import cepa.simulator.network.SimulatedNetwork;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectorDescriptorsSourceTest {

  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "family-cert\n-----BEGIN FAMILY CERT-----\n(.*?)-----END FAMILY CERT-----",
          Pattern.DOTALL);

  private final CollectorDescriptorsSource source = new CollectorDescriptorsSource();

  @Test
  void fileOnceThere_neverChanges() {
    Map<String, SimulatedDocument> before = byPath(source.documents(SmallNetwork.at(1)));
    Map<String, SimulatedDocument> after = byPath(source.documents(SmallNetwork.at(2)));
    List<String> common = before.keySet().stream().filter(after::containsKey).sorted().toList();
    assertThat(common).hasSize(46);
    for (String path : common.subList(40, 46)) {
      SimulatedDocument old = Objects.requireNonNull(before.get(path));
      SimulatedDocument same = Objects.requireNonNull(after.get(path));
      assertThat(same.version()).isEqualTo(old.version());
      assertThat(SmallNetwork.text(same)).isEqualTo(SmallNetwork.text(old)).isNotEmpty();
    }
  }

  @Test
  void filesOfADay_holdTheNewestDescriptorOfEachRunningRelay() {
    String all = all(3);
    long newestFile = SmallNetwork.NETWORK.at(3).published() - 1800;
    for (RelayHour state : SmallNetwork.NETWORK.at(3).running()) {
      long published = state.descriptor().published();
      if (published <= newestFile) {
        String spaced = state.fingerprint().replaceAll("(.{4})(?=.)", "$1 ");
        String time = Timestamps.text(published);
        assertThat(all).contains("published " + time + "\nfingerprint " + spaced + "\n");
      }
    }
  }

  @Test
  void descriptors_haveTheLinesReadersUse() {
    for (String text : descriptors(all(0))) {
      assertThat(text)
          .startsWith("@type server-descriptor 1.0\nrouter ")
          .containsPattern("\nidentity-ed25519\n-----BEGIN ED25519 CERT-----\n")
          .containsPattern("\nmaster-key-ed25519 [A-Za-z0-9+/]{43}\n")
          .containsPattern("\nplatform Tor [^ ]+ on .+\n")
          .containsPattern("\nfingerprint( [0-9A-F]{4}){10}\n")
          .containsPattern("\nbandwidth \\d+ \\d+ \\d+\n")
          .containsPattern("\n(accept|reject) .+\n(ipv6-policy .+\n)?tunnelled-dir-server\n")
          .containsPattern("\nrouter-signature\n-----BEGIN SIGNATURE-----\n");
    }
  }

  @Test
  void familyCertificates_verify_exceptForgedOnes() throws GeneralSecurityException {
    int good = 0;
    for (String text : descriptors(all(0))) {
      byte[] identity = Base64.getDecoder().decode(find(text, "\nmaster-key-ed25519 (\\S+)\n"));
      Matcher matcher = CERTIFICATE.matcher(text);
      while (matcher.find()) {
        byte[] certificate = Base64.getMimeDecoder().decode(matcher.group(1));
        assertThat(Arrays.copyOfRange(certificate, 0, 2)).containsExactly(1, 12);
        assertThat(Arrays.copyOfRange(certificate, 7, 39)).isEqualTo(identity);
        assertThat(Arrays.copyOfRange(certificate, 39, 44)).containsExactly(1, 0, 32, 4, 0);
        good += verifies(certificate) ? 1 : 0;
      }
    }
    assertThat(good).isGreaterThan(20);
  }

  @Test
  void rareCertificates_areForgedExpiredOrTheSecondOfTheirRelay() throws Exception {
    FamilyCertificates certificates = new FamilyCertificates(new FamilyKeys());
    List<RelayHour> carriers =
        new SimulatedNetwork(1, 4000)
            .at(0).running().stream().filter(state -> state.relay().carriesFamilyKey(0)).toList();
    List<byte[]> all = new ArrayList<>();
    carriers.forEach(state -> all.addAll(certificates.of(state, 0)));
    assertThat(all).hasSizeGreaterThan(carriers.size());
    int forged = 0;
    int expired = 0;
    for (byte[] certificate : all) {
      forged += verifies(certificate) ? 0 : 1;
      int hours = ByteBuffer.wrap(certificate).getInt(2);
      expired += hours * 3600L < SmallNetwork.NETWORK.epoch() ? 1 : 0;
    }
    assertThat(forged).isPositive().isLessThan(all.size() / 10);
    assertThat(expired).isPositive().isLessThan(all.size() / 10);
  }

  @Test
  void relaysOfOneOperator_haveTheSameFamilyKey() {
    FamilyCertificates certificates = new FamilyCertificates(new FamilyKeys());
    Map<Object, List<RelayHour>> byOperator =
        SmallNetwork.NETWORK.at(0).running().stream()
            .filter(state -> state.relay().carriesFamilyKey(0))
            .collect(Collectors.groupingBy(state -> state.relay().operator()));
    List<RelayHour> family =
        byOperator.values().stream().filter(relays -> relays.size() > 1).findFirst().orElseThrow();
    byte[] one = certificates.of(family.get(0), 0).getFirst();
    byte[] two = certificates.of(family.get(1), 0).getFirst();
    assertThat(Arrays.copyOfRange(two, 44, 76)).isEqualTo(Arrays.copyOfRange(one, 44, 76));
  }

  private static boolean verifies(byte[] certificate) throws GeneralSecurityException {
    int body = certificate.length - 64;
    byte[] key = Arrays.copyOfRange(certificate, body - 32, body);
    boolean odd = key[31] < 0;
    key[31] &= 0x7F;
    byte[] bigEndian = new byte[32];
    for (int i = 0; i < 32; i++) {
      bigEndian[i] = key[31 - i];
    }
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    signature.update(certificate, 0, body);
    try {
      return signature.verify(certificate, body, 64);
    } catch (SignatureException _) {
      return false;
    }
  }

  private String all(int tick) {
    return source.documents(SmallNetwork.at(tick)).stream()
        .map(SmallNetwork::text)
        .collect(Collectors.joining());
  }

  private static List<String> descriptors(String text) {
    return List.of(text.split("(?=@type server-descriptor)"));
  }

  private static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static Map<String, SimulatedDocument> byPath(List<SimulatedDocument> documents) {
    return documents.stream()
        .collect(Collectors.toMap(SimulatedDocument::path, Function.identity()));
  }
}
