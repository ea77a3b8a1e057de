package cepa.standalone.facts;

import static cepa.standalone.facts.DeviationsTest.ids;
import static cepa.testing.model.Networks.AS_OF;
import static cepa.testing.model.Networks.aNetwork;
import static cepa.testing.model.Networks.aRelay;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.SeriesArchive;
import cepa.model.Contact;
import cepa.model.Fingerprint;
import cepa.model.NetworkModel;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.processor.Analysis;
import cepa.processor.Inputs;
import cepa.processor.analysis.familykeys.FamilyKeysAnalysis;
import cepa.processor.analysis.groups.Groups;
import cepa.processor.analysis.ranks.RelayRanksAnalysis;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.analysis.validation.ValidationAnalysis;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.aroivalidation.AroiData.Result;
import cepa.processor.source.collectordescriptors.Descriptors;
import cepa.processor.source.onionoouptime.UptimeData;
import cepa.standalone.facts.RawDescriptors.Descriptor;
import cepa.testing.model.RelayBuilder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Deviations in which inputs figures are made of: with the real analyses of these inputs.
class InputDeviationsTest {

  private static final Fingerprint RELAY = Fingerprint.of("A".repeat(40));
  private static final String CLAIM =
      "email:a[]example.org url:https://example.org proof:uri-rsa ciissversion:2";
  private static final String OPERATOR = Contact.of(CLAIM).operator();
  private static final String KEY = "F".repeat(64);
  private static final Map<Class<?>, Object> UPTIME =
      Map.of(UptimeData.class, new UptimeData(Map.of(), new SeriesArchive.Writer().finish()));
  private static final List<Analysis<?>> ANALYSES =
      List.of(new ValidationAnalysis(), new FamilyKeysAnalysis(), new RelayRanksAnalysis());

  @Test
  void proofs_areLeftOut_whereNoHistoryArrived() {
    FactsInput input = proof(new Result(true, null, null), Map.of());

    assertThat(validation("validation_status", "misconfigured", "validated", input))
        .containsExactly("D-12");
    assertThat(validation("validated_relays", 0, 1, input)).containsExactly("D-12");
    assertThat(validation("validation_available", false, true, input)).containsExactly("D-12");
    assertThat(validation("validated_relays", 2, 1, input)).isEmpty();
  }

  @Test
  void proofs_areApplied_whereOneHistoryArrived() {
    FactsInput input = proof(new Result(true, null, null), UPTIME);

    assertThat(validation("validated_relays", 0, 1, input)).isEmpty();
  }

  @Test
  void numberInAName_isAStatusToTheReference() {
    String error = "Fingerprint not found in https://host404.example.org/proof.txt";
    FactsInput input = proof(new Result(false, null, error), UPTIME);

    assertThat(validation("unauthorized_relays", 0, 1, input)).containsExactly("S-12");
    assertThat(validation("validation_status", "misconfigured", "unauthorized", input))
        .containsExactly("S-12");
    String other = "Fingerprint not found in https://example.org/proof.txt";
    assertThat(
            validation("unauthorized_relays", 0, 1, proof(new Result(false, null, other), UPTIME)))
        .isEmpty();
  }

  @Test
  void uncheckedOperator_isMisconfiguredToTheReference() {
    FactsInput input = input(aRelay().fingerprint(RELAY.hex()).contact(CLAIM), Map.of());

    assertThat(validation("validation_status", "misconfigured", "unchecked", input))
        .containsExactly("F-5");
    assertThat(validation("misconfigured_fingerprints", List.of(RELAY.hex()), List.of(), input))
        .containsExactly("F-5");
  }

  @Test
  void missingDescriptors_areNoFamilyKeysToTheReference() {
    FactsInput input = input(aRelay().fingerprint(RELAY.hex()).contact(CLAIM), Map.of());

    assertThat(support("none", "unknown", input)).contains("F-5");
    assertThat(support("both", "unknown", input)).isEmpty();
  }

  @Test
  void deniedInTheSameFile_relayHasNoFamilyKey() {
    FactsInput input =
        descriptors(
            KEY,
            List.of(
                Map.of(RELAY, List.of(new Descriptor(true, KEY), new Descriptor(false, null)))));

    assertThat(support("none", "happy_families", input)).containsExactly("D-11");
    assertThat(support("my_family", "happy_families", input)).isEmpty();
  }

  @Test
  void laterFile_decidesWhicheverDescriptorIsNewer() {
    FactsInput input =
        descriptors(
            null,
            List.of(
                Map.of(RELAY, List.of(new Descriptor(false, null))),
                Map.of(RELAY, List.of(new Descriptor(true, KEY)))));

    assertThat(support("happy_families", "none", input)).containsExactly("D-11");
  }

  @Test
  void severalFiles_thatSayTheSame_explainNothing() {
    FactsInput input =
        descriptors(
            KEY,
            List.of(
                Map.of(RELAY, List.of(new Descriptor(true, KEY))),
                Map.of(RELAY, List.of(new Descriptor(true, KEY)))));

    assertThat(support("none", "happy_families", input)).isEmpty();
  }

  @Test
  void whateverNamesAKey_isACertificateToTheReference() {
    FactsInput input =
        descriptors(null, List.of(Map.of(RELAY, List.of(new Descriptor(true, KEY)))));

    assertThat(support("happy_families", "none", input)).containsExactly("S-19");
  }

  @Test
  void certificates_areReadAsTheReferenceDoes() {
    byte[] certificate = new byte[40 + 4 + 32];
    certificate[39] = 1;
    certificate[41] = 32;
    certificate[42] = 4;
    Arrays.fill(certificate, 44, 76, (byte) 0xab);
    String block =
        "family-cert\n-----BEGIN ED25519 CERT-----\n"
            + Base64.getEncoder().encodeToString(certificate)
            + "\n-----END ED25519 CERT-----\n";

    assertThat(RawDescriptors.parse("router x\n")).isEqualTo(new Descriptor(false, null));
    assertThat(RawDescriptors.parse("router x\n" + block))
        .isEqualTo(new Descriptor(true, "AB".repeat(32)));
    assertThat(RawDescriptors.parse("router x\nfamily-cert\n%%%\n-----END ED25519 CERT-----\n"))
        .isEqualTo(new Descriptor(true, null));
  }

  private static List<String> validation(
      String path, Object golden, Object ours, FactsInput input) {
    return ids(
        new Place("contact", OPERATOR, "contact_validation_status." + path, golden, ours), input);
  }

  private static List<String> support(String golden, String ours, FactsInput input) {
    return ids(new Place("relay", RELAY.hex(), "family_support_type", golden, ours), input);
  }

  private static FactsInput proof(Result result, Map<Class<?>, Object> more) {
    Map<Class<?>, Object> given = new HashMap<>(more);
    given.put(AroiData.class, new AroiData(null, null, Map.of(), Map.of(RELAY, result), 0));
    return input(aRelay().fingerprint(RELAY.hex()).contact(CLAIM), given);
  }

  /// @param key of the only certificate by our rule; null for none
  private static FactsInput descriptors(
      @Nullable String key, List<Map<Fingerprint, List<Descriptor>>> files) {
    var certificates =
        key == null
            ? List.<Descriptors.Certificate>of()
            : List.of(new Descriptors.Certificate(key, null, Validity.VALID));
    var ours =
        new Descriptors(
            Map.of(RELAY, new Descriptors.Descriptor(AS_OF, certificates)), AS_OF, AS_OF, 0);
    Map<Class<?>, Object> given = new HashMap<>(UPTIME);
    given.put(Descriptors.class, ours);
    given.put(RawDescriptors.class, new RawDescriptors(files));
    return input(aRelay().fingerprint(RELAY.hex()).contact(CLAIM), given);
  }

  private static FactsInput input(RelayBuilder relay, Map<Class<?>, Object> sources) {
    NetworkModel model = aNetwork().with(relay).build();
    Map<Class<?>, Object> given = new HashMap<>(sources);
    given.put(NetworkModel.class, model);
    given.put(Inputs.class, new Inputs(AS_OF, Map.of(), List.of(), "h"));
    given.put(Relays.class, new Relays(model.relays(), model.memberSets()));
    given.put(Groups.class, new Groups(model.groups()));
    return MadeInput.of(ANALYSES, given);
  }
}
