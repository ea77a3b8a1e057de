package cepa.processor.analysis.familykeys;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.consensus.FamilyKeys;
import cepa.model.consensus.FamilyKeys.Certificate;
import cepa.model.consensus.FamilyKeys.Declared;
import cepa.model.consensus.FamilyKeys.KeyFamily;
import cepa.model.consensus.FamilyKeys.Support;
import cepa.model.consensus.FamilyKeys.Validity;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.collectordescriptors.Descriptors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Joins family certificates to relays and groups relays by key (relay-model 15.1, 15.2).
@Component
public final class FamilyKeysAnalysis implements Analysis<FamilyKeys> {

  @Override
  public Class<FamilyKeys> makes() {
    return FamilyKeys.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Inputs.class, Relays.class, Descriptors.class);
  }

  @Override
  public FamilyKeys analyse(Facts facts) {
    Relays relays = facts.get(Relays.class);
    Descriptors descriptors = facts.find(Descriptors.class);
    if (descriptors == null) {
      int size = relays.relays().size();
      return new FamilyKeys(
          Map.of(), Collections.nCopies(size, Support.UNKNOWN), List.of(), 0, 0, null, 0);
    }
    Map<Integer, Declared> declared =
        declared(relays.relays(), descriptors, facts.get(Inputs.class).asOf());
    List<KeyFamily> families = families(declared);
    int withCertificate =
        (int)
            descriptors.relays().values().stream()
                .filter(descriptor -> !descriptor.certificates().isEmpty())
                .count();
    return new FamilyKeys(
        declared,
        new SupportOfRelays(relays, declared, families).all(),
        families,
        descriptors.relays().size(),
        withCertificate,
        coverage(descriptors),
        descriptors.rejected());
  }

  private static @Nullable Double coverage(Descriptors descriptors) {
    return descriptors.oldest() == null || descriptors.newest() == null
        ? null
        : Double.valueOf(
            Duration.between(descriptors.oldest(), descriptors.newest()).toSeconds() / 3600.0);
  }

  private static Map<Integer, Declared> declared(
      List<Relay> relays, Descriptors descriptors, Instant asOf) {
    Map<Integer, Declared> all = new TreeMap<>();
    for (int i = 0; i < relays.size(); i++) {
      Descriptors.Descriptor descriptor = descriptors.relays().get(relays.get(i).fingerprint());
      if (descriptor != null) {
        List<Certificate> certificates =
            descriptor.certificates().stream().map(c -> certificate(c, asOf)).toList();
        all.put(i, new Declared(descriptor.published(), certificates));
      }
    }
    return all;
  }

  /// Only what holds otherwise can have expired.
  private static Certificate certificate(Descriptors.Certificate certificate, Instant asOf) {
    boolean expired =
        certificate.validity() == Validity.VALID
            && certificate.expires() != null
            && !asOf.isBefore(certificate.expires());
    return new Certificate(
        certificate.key(),
        expired ? Validity.EXPIRED : certificate.validity(),
        certificate.expires());
  }

  private static List<KeyFamily> families(Map<Integer, Declared> relays) {
    Map<String, List<Integer>> members = new TreeMap<>();
    Map<String, List<Integer>> verified = new HashMap<>();
    relays.forEach((relay, declared) -> {
      for (Certificate certificate : declared.certificates()) {
        if (certificate.key() != null) {
          add(members, certificate.key(), relay);
          if (certificate.validity() == Validity.VALID) {
            add(verified, certificate.key(), relay);
          }
        }
      }
    });
    List<KeyFamily> families = new ArrayList<>(members.size());
    members.forEach(
        (key, all) -> families.add(new KeyFamily(key, all, verified.getOrDefault(key, List.of()))));
    return families;
  }

  /// Relays come in order, so a second certificate of one key is told by the last member.
  private static void add(Map<String, List<Integer>> members, String key, int relay) {
    List<Integer> known = members.computeIfAbsent(key, _ -> new ArrayList<>());
    if (known.isEmpty() || known.getLast() != relay) {
      known.add(relay);
    }
  }

  /// How relays tell their family (D-10: a partner in the same key group says nothing of a list,
  /// one with another key does).
  private static final class SupportOfRelays {
    private final Relays relays;
    private final Map<Integer, Declared> declared;
    private final Map<String, Set<Fingerprint>> groups = new HashMap<>();

    private SupportOfRelays(
        Relays relays, Map<Integer, Declared> declared, List<KeyFamily> families) {
      this.relays = relays;
      this.declared = declared;
      for (KeyFamily family : families) {
        Set<Fingerprint> members = new HashSet<>();
        family.members().forEach(i -> members.add(relays.relays().get(i).fingerprint()));
        groups.put(family.key(), members);
      }
    }

    private List<Support> all() {
      List<Support> all = new ArrayList<>(relays.relays().size());
      for (int i = 0; i < relays.relays().size(); i++) {
        List<Set<Fingerprint>> own = own(declared.get(i));
        boolean list = hasList(relays.relays().get(i), own);
        all.add(
            own.isEmpty() ? list ? Support.LIST : Support.NONE : list ? Support.BOTH : Support.KEY);
      }
      return all;
    }

    private List<Set<Fingerprint>> own(@Nullable Declared relay) {
      List<Set<Fingerprint>> own = new ArrayList<>();
      for (Certificate certificate :
          relay == null ? List.<Certificate>of() : relay.certificates()) {
        Set<Fingerprint> group = certificate.key() == null ? null : groups.get(certificate.key());
        if (group != null) {
          own.add(group);
        }
      }
      return own;
    }

    private boolean hasList(Relay relay, List<Set<Fingerprint>> own) {
      return relay.family().alleged() != null
          || relay.family().indirect() != null
          || members(relay.family().effective()).stream()
              .anyMatch(member ->
                  !member.equals(relay.fingerprint())
                      && own.stream().noneMatch(group -> group.contains(member)));
    }

    private List<Fingerprint> members(@Nullable Integer set) {
      return set == null ? List.of() : relays.memberSets().get(set);
    }
  }
}
