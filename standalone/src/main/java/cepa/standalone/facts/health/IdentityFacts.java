package cepa.standalone.facts.health;

import cepa.model.health.NetworkHealth;
import cepa.model.validation.FailureKind;
import cepa.model.validation.NetworkValidation;
import cepa.model.validation.NetworkValidation.FailureCount;
import cepa.model.validation.NetworkValidation.ProofCount;
import cepa.model.validation.NetworkValidation.Results;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.ProofType;
import cepa.model.validation.Validation;
import cepa.standalone.facts.FactsInput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operators that can be proved (analytics 10, 11: group 15).
public final class IdentityFacts {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private IdentityFacts() {}

  static void add(HealthSheet sheet, FactsInput input, NetworkHealth health) {
    Validation validation = input.find(Validation.class);
    if (validation == null) {
      return;
    }
    NetworkValidation network = validation.network();
    int all = input.relays().size();
    int unvalidated = network.count(State.UNVALIDATED) + network.count(State.UNCHECKED);
    int validated = network.count(State.VALIDATED);
    state(sheet, "aroi_validated", "_count", validated, all);
    state(sheet, "aroi_unvalidated", "_count", unvalidated, all);
    state(sheet, "aroi_no_proof", "_count", network.count(State.NO_PROOF), all);
    state(sheet, "aroi_no_domain", "_count", network.count(State.NO_DOMAIN), all);
    state(sheet, "aroi_no_ciissversion", "_count", network.count(State.NO_VERSION), all);
    state(sheet, "relays_no_contact", "", network.count(State.NO_CONTACT), all);
    state(sheet, "relays_no_aroi_info", "", network.count(State.NO_FIELDS), all);
    state(sheet, "relays_missing_two_aroi", "", network.count(State.MISSING_TWO), all);
    int claiming = health.identities().claiming();
    state(sheet, "total_relays_with_aroi", "", claiming, all);
    state(sheet, "relays_without_aroi", "", all - claiming, all);
    sheet.put("aroi_validated_percentage_of_aroi", HealthSheet.percent(validated, claiming));
    sheet.put("aroi_invalid_percentage_of_aroi", HealthSheet.percent(unvalidated, claiming));
    domains(sheet, health.identities());
    results(sheet, network);
    sheet.put(
        "no_aroi_reasons_top5",
        network.gaps().stream()
            .map(gap -> List.<Object>of(gap(gap.state()), gap.relays()))
            .toList());
  }

  private static void state(HealthSheet sheet, String name, String suffix, int relays, int all) {
    sheet.put(name + suffix, relays);
    sheet.put(name + "_percentage", HealthSheet.percent(relays, all));
  }

  private static void domains(HealthSheet sheet, NetworkHealth.Identities identities) {
    int all = identities.domains();
    int validated = identities.validatedDomains() == null ? 0 : identities.validatedDomains();
    sheet.count("aroi_operators_count", all);
    sheet.count("unique_aroi_domains_count", all);
    domains(sheet, "validated", validated, all);
    domains(sheet, "invalid", all - validated, all);
    sheet.put("avg_relays_per_aroi_operator", CountFacts.rounded(identities.relaysPerDomain(), 2));
  }

  private static void domains(HealthSheet sheet, String name, int count, int all) {
    sheet.count(name + "_aroi_domains_count", count);
    sheet.percentage(name + "_aroi_domains_percentage", count, all);
  }

  private static void results(HealthSheet sheet, NetworkValidation network) {
    Results results = network.results();
    sheet.put("validation_data_available", results != null);
    Instant checked = results == null ? null : results.checkedAt();
    sheet.put("validation_timestamp", checked == null ? "Unknown" : time(checked));
    Double success = results == null ? null : results.successRate();
    sheet.put("aroi_validation_success_rate", success == null ? 0 : 100 * success);
    proofs(sheet, "dns_rsa", results, ProofType.DNS_RSA);
    proofs(sheet, "uri_rsa", results, ProofType.URI_RSA);
    sheet.put("relay_error_top5", failures(results == null ? null : results.relayFailures()));
    sheet.put("operator_error_top5", failures(results == null ? null : results.domainFailures()));
    sheet.put("dns_error_top5", failures(results == null ? null : results.dnsFailures()));
    sheet.put("uri_error_top5", failures(results == null ? null : results.uriFailures()));
    List<Object> countries = new ArrayList<>();
    if (results != null) {
      for (NetworkValidation.CountryDomains country : results.countries()) {
        countries.add(
            country(
                countries.size() + 1,
                country.country(),
                country.domains(),
                results.validatedDomains()));
      }
    }
    sheet.put("top_3_aroi_countries", countries);
  }

  static Map<String, Object> country(int rank, String key, int domains, int all) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rank", rank);
    facts.put("country_code", key);
    facts.put("count", domains);
    facts.put("percentage", HealthSheet.percent(domains, all));
    return facts;
  }

  private static void proofs(
      HealthSheet sheet, String name, @Nullable Results results, ProofType type) {
    ProofCount count = results == null ? null : results.proofs().get(type);
    long total = count == null ? 0 : count.total();
    long valid = count == null ? 0 : count.valid();
    sheet.put(name + "_total", total);
    sheet.put(name + "_valid", valid);
    sheet.put(name + "_success_rate", HealthSheet.percent(valid, total));
  }

  private static List<List<Object>> failures(@Nullable List<FailureCount> counts) {
    return counts == null
        ? List.of()
        : counts.stream().map(c -> List.<Object>of(label(c), c.count())).toList();
  }

  /// As the validator writes it: without a zone, and with six digits below the second or none.
  private static String time(Instant checked) {
    boolean whole = checked.truncatedTo(ChronoUnit.SECONDS).equals(checked);
    return (whole ? SECONDS : MICROSECONDS).format(checked);
  }

  private static String gap(State state) {
    return switch (state) {
      case NO_CONTACT -> "No contact info";
      case NO_FIELDS -> "No AROI info";
      case MISSING_TWO -> "Missing 2 AROI fields";
      case NO_PROOF -> "Missing proof field (has domain + ciissversion)";
      case NO_DOMAIN -> "Missing domain/URL field (has proof + ciissversion)";
      case NO_VERSION -> "Missing ciissversion (has proof + domain)";
      case VALIDATED, UNVALIDATED, UNCHECKED ->
          throw new IllegalArgumentException(state + " lacks nothing");
    };
  }

  private static String label(FailureCount failure) {
    return failure.kind() == FailureKind.OTHER
        ? failure.detail() == null ? "" : failure.detail()
        : FailureLabels.of(failure.kind());
  }
}
