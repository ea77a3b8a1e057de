package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import cepa.standalone.facts.FactsWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A few facts of every relay.
final class AllRelaysSource implements FactsSource, FactsWriter.Table {

  /// The columns golden files have, in their order.
  static final List<String> COLUMNS =
      List.of(
          "fingerprint",
          "nickname",
          "country",
          "as",
          "contact_md5",
          "aroi_domain",
          "running",
          "consensus_weight",
          "observed_bandwidth",
          "obs_bandwidth_with_unit",
          "consensus_weight_percentage",
          "cw_percentile",
          "first_seen_date",
          "uptime_api_display",
          "total_data_display",
          "family_support_type",
          "ipv6_support",
          "stability_text");

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public String section() {
    return "all_relays";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return RelaySource.fingerprints(input);
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    Integer index = input.index(key);
    if (index == null) {
      return null;
    }
    Relay relay = input.relays().get(index);
    Map<String, @Nullable Object> facts = RelayLayout.brief(input, relay, index);
    facts.keySet().retainAll(COLUMNS);
    return facts;
  }
}
