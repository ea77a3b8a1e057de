package cepa.simulator.aroi;

import cepa.simulator.aroi.ValidationResult.Step;
import cepa.simulator.network.Draw;
import cepa.simulator.network.RelayHour;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges contacts as the real validator does, with invented answers from the network.
final class Validator {

  private static final Pattern VERSION = field("ciissversion");
  private static final Pattern PROOF = field("proof");
  private static final Pattern URL = field("url");
  private static final double CRASHES = 0.0005;
  private static final String WELL_KNOWN = "/.well-known/tor-relay/rsa-fingerprint.txt";

  private final int tick;

  Validator(int tick) {
    this.tick = tick;
  }

  ValidationResult validate(RelayHour state) {
    String contact = state.relay().contact(tick);
    if (state.relay().draw().of("validator-crash").chance(CRASHES)) {
      return result(state, null, null, null, "Validation exception: 'NoneType' has no attribute");
    }
    if (contact == null || contact.isBlank()) {
      return failed(state, "No contact information");
    }
    String version = value(VERSION, contact);
    String proof = value(PROOF, contact);
    String url = value(URL, contact);
    if (version == null || proof == null) {
      return failed(state, "Missing AROI fields");
    }
    if (!version.equals("2")) {
      return failed(state, "Unsupported ciissversion: " + version);
    }
    if (!proof.equals("dns-rsa") && !proof.equals("uri-rsa")) {
      return failed(state, "Unsupported proof type: " + proof);
    }
    if (url == null) {
      return result(state, proof, null, null, "Missing URL for " + proof + " proof");
    }
    String domain = url.replaceFirst("(?i)^https?://", "").split("/", 2)[0];
    if (state.relay().operator().proves(state.relay())) {
      return result(state, proof, domain, step(state, proof, domain), null);
    }
    String error = error(state, proof, domain);
    return result(state, proof, domain, null, error);
  }

  private static Step step(RelayHour state, String proof, String domain) {
    if (proof.equals("dns-rsa")) {
      String name = state.fingerprint().toLowerCase(Locale.ROOT) + "." + domain;
      return new Step("DNS TXT lookup", "Found valid proof at " + name, null);
    }
    String uri = "https://" + domain + WELL_KNOWN;
    return new Step("URI proof fetch", "Found fingerprint in " + uri, uri);
  }

  private static String error(RelayHour state, String proof, String domain) {
    Draw draw = state.relay().operator().draw().of("proof-error");
    if (proof.equals("dns-rsa")) {
      String name = state.fingerprint().toLowerCase(Locale.ROOT) + "." + domain;
      return draw.from(
          List.of(
              "DNS lookup failed: The DNS query name does not exist: " + name + ".",
              "DNS lookup failed: All nameservers failed to answer the query "
                  + name
                  + ". IN TXT: SERVFAIL",
              "Invalid proof content in DNS TXT record"));
    }
    String uri = "https://" + domain + WELL_KNOWN;
    String www = "https://www." + domain + WELL_KNOWN;
    return draw.from(
        List.of(
            "404 Not Found for " + uri + "; 404 Not Found for " + www,
            "Fingerprint not found in " + uri + "; Fingerprint not found in " + www,
            "Failed to fetch "
                + uri
                + ": SSLError(1, '[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure')",
            "Failed to fetch " + uri + ": Read timed out. (read timeout=10)",
            "Failed to fetch " + uri + ": [Errno 111] Connection refused",
            "403 Forbidden for " + uri,
            "Failed to fetch " + uri + ": certificate has expired"));
  }

  private static ValidationResult failed(RelayHour state, String error) {
    return result(state, null, null, null, error);
  }

  private static ValidationResult result(
      RelayHour state,
      @Nullable String proof,
      @Nullable String domain,
      @Nullable Step step,
      @Nullable String error) {
    boolean crashed = error != null && error.startsWith("Validation exception");
    return new ValidationResult(
        state.relay().nickname(), state.fingerprint(), proof, domain, step, error, crashed);
  }

  private static @Nullable String value(Pattern field, String contact) {
    Matcher matcher = field.matcher(contact);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static Pattern field(String name) {
    return Pattern.compile("\\b" + name + ":(\\S+)", Pattern.CASE_INSENSITIVE);
  }
}
