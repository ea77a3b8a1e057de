package cepa.standalone.facts.health;

import cepa.model.health.NetworkHealth;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.FactsSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The section `network_health`: how the network is doing (analytics 11).
public final class NetworkHealthSource implements FactsSource {

  @Override
  public String section() {
    return "network_health";
  }

  @Override
  public Collection<String> keys(FactsInput input) {
    return List.of(WHOLE);
  }

  @Override
  public @Nullable Object facts(FactsInput input, String key) {
    NetworkHealth health = input.find(NetworkHealth.class);
    return health == null ? null : sheet(input, health).facts();
  }

  private static HealthSheet sheet(FactsInput input, NetworkHealth health) {
    var sheet = new HealthSheet();
    CountFacts.add(sheet, input, health);
    CapacityFacts.add(sheet, input, health);
    PlaceFacts.add(sheet, input, health);
    PlatformFacts.add(sheet, input);
    UptimeFacts.add(sheet, input, health);
    IdentityFacts.add(sheet, input, health);
    KeyFamilyFacts.add(sheet, input, health);
    return sheet;
  }
}
