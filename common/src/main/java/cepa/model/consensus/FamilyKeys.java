package cepa.model.consensus;

import cepa.model.ModelPart;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Families by key: which relays carry a certificate of a family's key, and whether it holds
/// (relay-model 15, sources 9 and A.5 with D-19, D-20, D-11). Figures count what relays declare;
/// whether a certificate holds is a value of its own.
///
/// @param relays by index in base order; relays no descriptor of is known are left out
/// @param support parallel to base order: how each relay tells its family
/// @param families by key, ascending; relays of the model only
/// @param seen relays with a known descriptor, also those outside the model
/// @param withCertificate of these, those with a certificate of whatever kind
/// @param coverage time between oldest and newest descriptor file, in hours; null if unknown
/// @param rejected certificates and descriptors that make no sense
public record FamilyKeys(
    Map<Integer, Declared> relays,
    List<Support> support,
    List<KeyFamily> families,
    int seen,
    int withCertificate,
    @Nullable Double coverage,
    int rejected)
    implements ModelPart {

  public FamilyKeys {
    relays = Collections.unmodifiableSortedMap(new TreeMap<>(relays));
    support = List.copyOf(support);
    families = List.copyOf(families);
  }

  /// What a relay's newest descriptor declares.
  ///
  /// @param published of that descriptor; null if it does not say
  /// @param certificates in its order
  public record Declared(@Nullable Instant published, List<Certificate> certificates) {
    public Declared {
      certificates = List.copyOf(certificates);
    }
  }

  /// @param key 64 upper-case hex digits; null if the certificate has none
  /// @param validity whether it holds at the model's moment
  /// @param expires null if it cannot be read
  public record Certificate(@Nullable String key, Validity validity, @Nullable Instant expires) {}

  /// A family and who declares to be in it.
  ///
  /// @param key 64 upper-case hex digits
  /// @param members ascending indexes in base order
  /// @param verified those of them whose certificate holds
  public record KeyFamily(String key, List<Integer> members, List<Integer> verified) {
    public KeyFamily {
      members = List.copyOf(members);
      verified = List.copyOf(verified);
    }
  }

  /// Whether a certificate holds (sources A.5); the first that fails is named.
  public enum Validity {
    VALID,
    /// Not what a certificate of this kind looks like.
    MALFORMED,
    /// Certifies something other than a relay's membership.
    WRONG_TYPE,
    /// Certifies another relay's key, or the descriptor does not tell its own.
    FOREIGN,
    /// The family's key did not sign it.
    BAD_SIGNATURE,
    /// It was valid once.
    EXPIRED
  }

  /// How a relay tells which family it is in.
  public enum Support {
    BOTH,
    KEY,
    LIST,
    NONE,
    /// No descriptors are known at all, so neither are keys.
    UNKNOWN
  }

  /// The families a relay declares to be in, by key.
  ///
  /// @param relay index in base order
  public List<String> keys(int relay) {
    Declared declared = relays.get(relay);
    return declared == null
        ? List.of()
        : declared.certificates().stream()
            .map(Certificate::key)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
  }

  /// Who declares any of the families a relay declares, itself included.
  ///
  /// @param relay index in base order
  /// @return ascending indexes in base order
  public List<Integer> keyMembers(int relay) {
    return keys(relay).stream().flatMap(key -> members(key).stream()).distinct().sorted().toList();
  }

  private List<Integer> members(String key) {
    int low = 0;
    int high = families.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (families.get(middle).key().compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean found = low < families.size() && families.get(low).key().equals(key);
    return found ? families.get(low).members() : List.of();
  }
}
