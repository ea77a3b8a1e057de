package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.standalone.facts.FactsInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proofs of operators by the reference's rules (analytics 10): what a failure is called depends on
/// words anywhere in its text, and failures of a domain count only if none of its relays is valid.
final class ReferenceProofs {

  private static final int TOP = 5;
  private static final int LONGEST = 50;
  private static final Set<String> NOTHING_CLAIMED =
      Set.of("Missing AROI fields", "No contact information");

  /// Relays of each domain in base order.
  private final Map<String, List<Relay>> domains = new LinkedHashMap<>();

  private final Set<String> validated = new HashSet<>();
  private final Map<String, Integer> relayFailures = new LinkedHashMap<>();
  private final Map<String, Integer> domainFailures = new LinkedHashMap<>();

  private ReferenceProofs(FactsInput input) {
    ReferenceContacts contacts = ReferenceContacts.of(input);
    for (Relay relay : input.relays()) {
      String domain = contacts.of(relay).domain();
      if (domain != null) {
        domains.computeIfAbsent(domain, _ -> new ArrayList<>()).add(relay);
      }
    }
    AroiData data = input.find(AroiData.class);
    if (data != null) {
      domains.forEach((domain, relays) -> add(domain, relays, data));
    }
  }

  static ReferenceProofs of(FactsInput input) {
    return input.derive(ReferenceProofs.class, ReferenceProofs::new);
  }

  Map<String, List<Relay>> domains() {
    return domains;
  }

  Set<String> validated() {
    return validated;
  }

  private void add(String domain, List<Relay> relays, AroiData data) {
    Map<String, Integer> errors = new LinkedHashMap<>();
    for (Relay relay : relays) {
      AroiData.Result result = data.results().get(relay.fingerprint());
      if (result != null && result.valid()) {
        validated.add(domain);
      } else if (result != null) {
        String error = result.error() == null ? "Unknown error" : result.error();
        if (!NOTHING_CLAIMED.contains(error)) {
          errors.merge(error, 1, Integer::sum);
        }
      }
    }
    if (validated.contains(domain)) {
      return;
    }
    Set<String> labels = new HashSet<>();
    errors.forEach((error, count) -> {
      String label = label(error);
      relayFailures.merge(label, count, Integer::sum);
      if (labels.add(label)) {
        domainFailures.merge(label, 1, Integer::sum);
      }
    });
  }

  List<List<Object>> relayFailures(String prefix) {
    Map<String, Integer> some = new LinkedHashMap<>(relayFailures);
    some.keySet().removeIf(label -> !label.startsWith(prefix));
    return top(some);
  }

  List<List<Object>> domainFailures() {
    return top(domainFailures);
  }

  private static List<List<Object>> top(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(TOP)
        .map(e -> List.<Object>of(e.getKey(), e.getValue()))
        .toList();
  }

  /// Validated domains by the country of their first relay that has one.
  Map<String, Integer> countries() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    domains.forEach((domain, relays) -> {
      if (validated.contains(domain)) {
        relays.stream()
            .map(Relay::place)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(place -> counts.merge(place.country(), 1, Integer::sum));
      }
    });
    return counts;
  }

  /// The first of these that holds, wherever in the text its words stand.
  static String label(String error) {
    String text = error.toLowerCase(Locale.ROOT);
    String label = dns(text);
    label = label == null ? secured(text) : label;
    label = label == null ? web(text) : label;
    if (label != null) {
      return label;
    }
    return error.length() > LONGEST ? error.substring(0, LONGEST - 3) + "..." : error;
  }

  private static @Nullable String dns(String text) {
    if (text.contains("nxdomain") || text.contains("no such domain")) {
      return "DNS: Domain not found (NXDOMAIN)";
    } else if (text.contains("servfail")) {
      return "DNS: Server failure (SERVFAIL)";
    } else if (text.contains("txt record") || (text.contains("txt") && text.contains("dns"))) {
      return text.contains("not found") || text.contains("missing")
          ? "DNS: TXT record not found"
          : "DNS: TXT record error";
    }
    return text.contains("dns") && text.contains("lookup") ? "DNS: Lookup failed" : null;
  }

  private static @Nullable String secured(String text) {
    boolean handshake = text.contains("handshake");
    boolean alert = text.contains("alert");
    boolean ssl = text.contains("ssl");
    if (text.contains("sslv3_alert_handshake_failure") || (ssl && handshake && alert)) {
      return "URI: SSL/TLS v3 handshake failed";
    } else if (ssl && (handshake || alert)) {
      return "URI: SSL/TLS handshake failed";
    }
    return text.contains("certificate") ? "URI: SSL certificate error" : null;
  }

  private static @Nullable String web(String text) {
    boolean print = text.contains("fingerprint");
    boolean missing = text.contains("not found");
    boolean dns = text.contains("dns");
    if (text.contains("404") || (missing && !dns && !text.contains("txt"))) {
      return print ? "URI: Fingerprint file not found (404)" : "URI: Proof file not found (404)";
    } else if (text.contains("403") || text.contains("forbidden")) {
      return "URI: Access forbidden (403)";
    } else if (text.contains("refused")) {
      return "URI: Connection refused";
    } else if (text.contains("timeout")) {
      return "URI: Connection timeout";
    } else if (text.contains("max retries exceeded")) {
      return "URI: Server unreachable";
    } else if (text.contains("name or service not known") || text.contains("nameresolutionerror")) {
      return "URI: Domain resolution failed";
    } else if (print && (text.contains("mismatch") || text.contains("does not match"))) {
      return text.contains("http") || text.contains("uri")
          ? "URI: Fingerprint mismatch"
          : "DNS: Fingerprint mismatch";
    } else if (print && missing) {
      return "URI: Fingerprint not in proof";
    }
    boolean http = text.contains("http");
    return text.contains("failed to fetch") || (http && !dns) || text.contains("https")
        ? "URI: Connection error"
        : null;
  }
}
