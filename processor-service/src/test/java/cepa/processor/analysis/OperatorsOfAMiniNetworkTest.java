package cepa.processor.analysis;

import static cepa.processor.source.onionoodetails.TestRelay.aRelay;
import static cepa.processor.source.onionoodetails.TestRelay.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cepa.model.Contact;
import cepa.model.History;
import cepa.model.NetworkModel;
import cepa.model.RelayGroup;
import cepa.model.SiteSettings;
import cepa.model.intelligence.Intelligence;
import cepa.model.intelligence.Intelligence.Ratios;
import cepa.model.intelligence.NetworkIntelligence;
import cepa.model.intelligence.NetworkIntelligence.Adequacy;
import cepa.model.intelligence.NetworkIntelligence.Evenness;
import cepa.model.intelligence.NetworkIntelligence.Level;
import cepa.model.intelligence.NetworkIntelligence.Share;
import cepa.model.intelligence.OperatorIntelligence;
import cepa.model.intelligence.OperatorIntelligence.Rating;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.leaderboard.Leaderboards.Place;
import cepa.model.leaderboard.Leaderboards.Ranking;
import cepa.model.leaderboard.OperatorMetrics;
import cepa.model.operator.CountryRelays;
import cepa.model.operator.NetworkPosition;
import cepa.model.operator.Operator;
import cepa.model.operator.OperatorName;
import cepa.model.operator.Operators;
import cepa.model.rarity.NetworkRarity;
import cepa.model.rarity.Rarity;
import cepa.model.rarity.Rarity.Tier;
import cepa.model.validation.ContactFields;
import cepa.model.validation.FailureKind;
import cepa.model.validation.GroupValidation;
import cepa.model.validation.NetworkValidation.FailureCount;
import cepa.model.validation.NetworkValidation.State;
import cepa.model.validation.ProofType;
import cepa.model.validation.RelayValidation;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.processor.Components;
import cepa.processor.Inputs;
import cepa.processor.source.aroivalidation.AroiData;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import cepa.processor.source.onionoouptime.UptimeData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Operators of the mini network. The fifth relay is offline, so it has no share of the weight
/// (D-3).
class OperatorsOfAMiniNetworkTest {

  private static final String EXAMPLE = Contact.md5("aroi_domain:a.example");
  private static final String JOHN = Contact.md5(MiniNetwork.JOHN_DOE);

  private final Map<Class<?>, Object> made =
      analyse(MiniNetwork.aroi(), MiniNetwork.uptime(), network());

  @Test
  void operatorsAndTheirNames() {
    Operator example = operator(EXAMPLE);
    assertThat(example.name().text()).isEqualTo("a.example");
    assertThat(example.name().email()).isEqualTo("ops@a.example");
    assertThat(example.validated()).isTrue();
    assertThat(example.meanBandwidth()).isEqualTo(40_000_000);
    assertThat(example.position()).isEqualTo(NetworkPosition.EXIT_FOCUSED);
    assertThat(example.countries())
        .as("of equals the first relay's")
        .containsExactly(new CountryRelays("DE", "Germany", 1), new CountryRelays("US", null, 1));
    assertThat(example.formerKeys()).isEmpty();

    Operator john = operator(JOHN);
    assertThat(john.name().text()).isEqualTo("John Doe (john@doe.org)");
    assertThat(john.validated()).isFalse();
    assertThat(john.meanBandwidth()).isEqualTo(15_000_000);
    assertThat(operator(Contact.NOBODY).name().kind()).isEqualTo(OperatorName.Kind.NONE);
  }

  @Test
  void formerKeys_leadToOneOperator_andNeverHideAnother() {
    String aroi = "ciissversion:2 proof:uri-rsa url:";
    Map<Class<?>, Object> all =
        analyse(
            null,
            null,
            aRelay("A").with("contact", aroi + "Example.com").with("observed_bandwidth", 3),
            aRelay("B").with("contact", aroi + "example.com:80/").with("observed_bandwidth", 2),
            aRelay("C").with("contact", "1 " + aroi + "..%2f").with("observed_bandwidth", 1),
            aRelay("D").with("contact", "2 " + aroi + "..%2f"),
            aRelay("E").with("contact", "aroi_domain:Example.com"));
    String example = Contact.md5("aroi_domain:example.com");

    assertThat(operator(all, example).formerKeys())
        .as("Example.com is what somebody else wrote")
        .containsExactly(Contact.md5("aroi_domain:example.com:80"));
    assertThat(operator(all, Contact.md5("1 " + aroi + "..%2f")).formerKeys())
        .containsExactly(Contact.md5("aroi_domain:..%2f"));
    assertThat(operator(all, Contact.md5("2 " + aroi + "..%2f")).formerKeys()).isEmpty();
    assertThat(operator(all, example).validated()).as("nothing was checked").isNull();
  }

  @Test
  void proofs() {
    Validation validation = part(Validation.class);
    assertThat(validation.relays())
        .extracting(RelayValidation::status)
        .containsExactly(
            ValidationStatus.VALIDATED,
            ValidationStatus.UNAUTHORIZED,
            ValidationStatus.NOT_CONFIGURED,
            ValidationStatus.NOT_CONFIGURED,
            ValidationStatus.NOT_CONFIGURED);
    assertThat(validation.relays().getFirst().proof()).isEqualTo(ProofType.URI_RSA);

    GroupValidation example = validation.operators().get(index(EXAMPLE));
    assertThat(example.status()).isEqualTo(ValidationStatus.VALIDATED);
    assertThat(example.relays())
        .isEqualTo(Map.of(ValidationStatus.VALIDATED, 1, ValidationStatus.UNAUTHORIZED, 1));
    assertThat(example.fields()).isEqualTo(Map.of(ContactFields.COMPLETE, 2));
    assertThat(example.anyFields()).isTrue();
    assertThat(validation.operators().get(index(JOHN)).anyFields()).isFalse();
    assertThat(validation.families())
        .extracting(GroupValidation::status)
        .containsExactly(ValidationStatus.VALIDATED);

    assertThat(validation.network().relays())
        .isEqualTo(
            Map.of(
                State.VALIDATED, 1, State.UNVALIDATED, 1, State.NO_FIELDS, 2, State.NO_CONTACT, 1));
    assertThat(validation.network().domains()).isEqualTo(1);
    var results = Objects.requireNonNull(validation.network().results());
    assertThat(results.validatedDomains()).isEqualTo(1);
    assertThat(results.successRate()).isEqualTo(0.5);
    assertThat(results.relayFailures())
        .as("also of a domain that proves another relay, A-25")
        .containsExactly(new FailureCount(FailureKind.URI_FINGERPRINT_NOT_LISTED, null, 1));
  }

  @Test
  void withoutValidation_nothingIsKnown_notNothingValid() {
    Map<Class<?>, Object> all = analyse(null, null, network());
    Validation validation = (Validation) Objects.requireNonNull(all.get(Validation.class));
    assertThat(validation.network().results()).isNull();
    assertThat(validation.network().count(State.UNCHECKED)).isEqualTo(2);
    assertThat(validation.network().count(State.UNVALIDATED)).isZero();
    assertThat(validation.relays().getFirst().status()).isEqualTo(ValidationStatus.UNCHECKED);
    Leaderboards boards = (Leaderboards) Objects.requireNonNull(all.get(Leaderboards.class));
    assertThat(boards.boards())
        .doesNotContainKeys(
            Category.VALIDATED_RELAYS,
            Category.RELIABILITY_MASTERS,
            Category.LEGACY_TITANS,
            Category.BANDWIDTH_MASTERS,
            Category.BANDWIDTH_LEGENDS,
            Category.TOTAL_DATA_CHAMPIONS)
        .hasSize(13);
    assertThat(boards.operators()).allMatch(o -> o.validated() == null && o.data() == null);
  }

  @Test
  void rarity() {
    Rarity rarity = part(Rarity.class);
    assertThat(rarity.networks())
        .as("nobody's relay makes no operator, D-2")
        .containsExactly(
            new NetworkRarity(1, Tier.EMERGING, 2),
            new NetworkRarity(4, Tier.LEGENDARY, 2),
            new NetworkRarity(3, Tier.EPIC, 0));
    assertThat(rarity.countries()).as("of so few relays none is, A-12").noneMatch(c -> c.rare());
  }

  @Test
  void leaderboards() {
    Leaderboards boards = part(Leaderboards.class);
    assertThat(boards.summary().operators()).isEqualTo(2);
    assertThat(boards.summary().bandwidth()).isEqualTo(110_000_000);
    assertThat(boards.summary().weightFraction()).isEqualTo(0.8, within(1e-12));
    assertThat(values(boards, Category.BANDWIDTH)).containsExactly(80e6, 30e6);
    assertThat(values(boards, Category.CONSENSUS_WEIGHT)).containsExactly(0.64, 0.16);
    assertThat(values(boards, Category.EXIT_AUTHORITY)).containsExactly(5.0 / 7, 2.0 / 7);
    assertThat(values(boards, Category.GUARD_AUTHORITY))
        .as("an offline guard guards nothing, and nobody is ranked for nothing: D-3, A-28")
        .containsExactly(1.0);
    assertThat(values(boards, Category.MOST_DIVERSE)).containsExactly(10.0, 9.0);
    assertThat(values(boards, Category.PLATFORM_DIVERSITY)).containsExactly(1.0);
    assertThat(values(boards, Category.NON_EU_LEADERS)).containsExactly(1.0, 1.0);
    assertThat(values(boards, Category.FRONTIER_BUILDERS)).isEmpty();
    assertThat(values(boards, Category.NETWORK_VETERANS)).containsExactly(1827.0, 1064.0);
    assertThat(values(boards, Category.IPV6_LEADERS)).containsExactly(1.0);
    assertThat(values(boards, Category.RELIABILITY_MASTERS)).as("two relays are few").isEmpty();
    assertThat(values(boards, Category.VALIDATED_RELAYS)).containsExactly(1.0);
    assertThat(boards.board(Category.NON_EU_LEADERS).getFirst().operator())
        .as("of equals the one with the strongest relay")
        .isEqualTo(boards.operators().indexOf(metrics(boards, EXAMPLE)));

    OperatorMetrics example = metrics(boards, EXAMPLE);
    var validated = Objects.requireNonNull(example.validated());
    assertThat(validated.relays()).isEqualTo(1);
    assertThat(validated.failing()).isEqualTo(1);
    assertThat(Objects.requireNonNull(metrics(boards, JOHN).validated()).failing())
        .as("who claims nothing fails nothing, A-10")
        .isZero();
    assertThat(example.ipv4().addresses()).isEqualTo(2);
    assertThat(Objects.requireNonNull(example.uptimeSixMonths()).share())
        .isEqualTo(0.974974974974975, within(1e-9));
    assertThat(metrics(boards, JOHN).uptimeSixMonths()).isNull();
    assertThat(boards.rankings().get(JOHN))
        .startsWith(new Ranking(Category.BANDWIDTH, 2), new Ranking(Category.CONSENSUS_WEIGHT, 2))
        .allMatch(ranking -> ranking.rank() == 2);
  }

  @Test
  void equalBeginnings_areTwoOperators() {
    // the reference took the first 30 characters for the operator.
    Map<Class<?>, Object> all =
        analyse(
            null,
            null,
            aRelay("A")
                .with("contact", "Contact the operator of relay number one at a@b.c")
                .with("observed_bandwidth", 7),
            aRelay("B")
                .with("contact", "Contact the operator of relay number two at d@e.f")
                .with("observed_bandwidth", 7),
            aRelay("C").with("contact", "ab").with("observed_bandwidth", 9));
    Leaderboards boards = (Leaderboards) Objects.requireNonNull(all.get(Leaderboards.class));
    assertThat(boards.summary().operators()).as("two characters name nobody").isEqualTo(2);
    assertThat(values(boards, Category.BANDWIDTH)).containsExactly(7.0, 7.0);
  }

  @Test
  void risksOfTheNetwork() {
    NetworkIntelligence network = part(Intelligence.class).network();
    assertThat(network.basics()).isEqualTo(new NetworkIntelligence.Basics(3, 3, 2, 1, 2));
    assertThat(network.concentration().topCountries())
        .extracting(Share::key)
        .containsExactly("DE", "US", "KZ");
    assertThat(network.concentration().countries()).isEqualTo(3);
    assertThat(network.concentration().topNetworks().getFirst().fraction())
        .isEqualTo(0.56, within(1e-12));
    assertThat(network.concentration().topOperators().getFirst().fraction())
        .isEqualTo(0.64, within(1e-12));
    assertThat(network.concentration().fiveEyes()).isEqualTo(0.24);
    assertThat(network.concentration().fourteenEyes()).isEqualTo(0.8, within(1e-12));
    assertThat(network.concentration().singleRelayNetworks()).isEqualTo(1);
    assertThat(network.concentration().topOperators())
        .as("nobody is no operator, D-2")
        .extracting(Share::key)
        .containsExactly(EXAMPLE, JOHN);
    assertThat(network.concentration().relaysWithoutContact()).isEqualTo(0.2);
    assertThat(network.concentration().linux()).isEqualTo(0.68, within(1e-12));
    assertThat(network.concentration().bsd()).isEqualTo(0.24);
    assertThat(network.performance().measured()).isEqualTo(0.8);
    assertThat(network.performance().ratios())
        .as("weight and bandwidth of the same relays, D-6")
        .isEqualTo(new Ratios(12_500 * 1e6 / 122_000_000, 100.0, 100.0));
    assertThat(network.performance().medians()).isEqualTo(new Ratios(100.0, 100.0, 100.0));
    assertThat(network.dependency().versions()).isEqualTo(4);
    assertThat(network.dependency().synchronization()).isEqualTo(Level.LOW);
    assertThat(network.dependency().criticalNetworks()).hasSize(3);
    assertThat(network.geography().countryHhi()).isEqualTo(0.3856, within(1e-12));
    assertThat(network.geography().countryConcentration()).isEqualTo(Level.HIGH);
    assertThat(network.capacity().gini()).isEqualTo(0.25, within(1e-12));
    assertThat(network.capacity().evenness()).isEqualTo(Evenness.EXCELLENT);
    assertThat(network.capacity().guard()).isEqualTo(0.64, within(1e-12));
    assertThat(network.capacity().exit()).isEqualTo(0.56, within(1e-12));
    assertThat(network.capacity().exitAdequacy()).isEqualTo(Adequacy.ADEQUATE);
  }

  @Test
  void risksOfOperators() {
    assertThat(part(NetworkModel.class).groups("operator").get(index(EXAMPLE)).totals().measured())
        .isEqualTo(2);
    OperatorIntelligence example = intelligence(EXAMPLE);
    assertThat(example.networks()).isEqualTo(new OperatorIntelligence.Diversity(Rating.GREAT, 2));
    assertThat(example.rareNetworks()).isEqualTo(1);
    assertThat(example.countries()).isEqualTo(new OperatorIntelligence.Diversity(Rating.OKAY, 2));
    assertThat(example.platforms()).isEqualTo(new OperatorIntelligence.Diversity(Rating.GREAT, 2));
    assertThat(example.ranks()).isEqualTo(new OperatorIntelligence.Ranks(1, 1, 1));
    assertThat(example.oldest()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(example.newest()).isEqualTo("2021-06-01T00:00:00Z");
    assertThat(intelligence(JOHN).platforms())
        .as("two thirds of the weight are on it")
        .isEqualTo(new OperatorIntelligence.Diversity(Rating.POOR, 1));
    OperatorIntelligence nobody = intelligence(Contact.NOBODY);
    assertThat(nobody.onlyNetwork()).isEqualTo(Tier.EPIC);
    assertThat(nobody.ratios()).isEqualTo(new Ratios(125.0, null, null));
    assertThat(nobody.ranks()).isEqualTo(new OperatorIntelligence.Ranks(80, null, null));
  }

  @Test
  void emptyNetwork_isUnknown() {
    Map<Class<?>, Object> all = analyse(MiniNetwork.aroi(), MiniNetwork.uptime());
    NetworkIntelligence network =
        ((Intelligence) Objects.requireNonNull(all.get(Intelligence.class))).network();
    assertThat(network.dependency().synchronization()).isEqualTo(Level.UNKNOWN);
    assertThat(network.geography().countryHhi()).isNull();
    assertThat(network.capacity().evenness()).isEqualTo(Evenness.UNKNOWN);
    assertThat(network.performance().ratios()).isEqualTo(new Ratios(null, null, null));
    assertThat(((Leaderboards) Objects.requireNonNull(all.get(Leaderboards.class))).rankings())
        .isEmpty();
  }

  private static TestRelay[] network() {
    return MiniNetwork.relays().toArray(TestRelay[]::new);
  }

  private static Map<Class<?>, Object> analyse(
      @Nullable AroiData aroi, @Nullable UptimeData uptime, TestRelay... relays) {
    Map<Class<?>, Object> given = new HashMap<>();
    given.put(Details.class, snapshot("s", MiniNetwork.AS_OF, relays));
    if (aroi != null) {
      given.put(AroiData.class, aroi);
    }
    if (uptime != null) {
      given.put(UptimeData.class, uptime);
    }
    given.put(History.class, History.empty());
    given.put(SiteSettings.class, new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7));
    given.put(Inputs.class, new Inputs(MiniNetwork.AS_OF, Map.of(), List.of(), "h"));
    return Components.all().engine().run(given);
  }

  private <P> P part(Class<P> type) {
    return type.cast(Objects.requireNonNull(made.get(type)));
  }

  private Operator operator(String key) {
    return operator(made, key);
  }

  private static Operator operator(Map<Class<?>, Object> all, String key) {
    return ((Operators) Objects.requireNonNull(all.get(Operators.class)))
        .operators().stream().filter(o -> o.key().equals(key)).findFirst().orElseThrow();
  }

  private int index(String key) {
    return part(NetworkModel.class).groups("operator").stream()
        .map(RelayGroup::key)
        .toList()
        .indexOf(key);
  }

  private OperatorIntelligence intelligence(String key) {
    return part(Intelligence.class).operators().get(index(key));
  }

  private static OperatorMetrics metrics(Leaderboards boards, String key) {
    return boards.operators().stream().filter(o -> o.key().equals(key)).findFirst().orElseThrow();
  }

  private static List<Double> values(Leaderboards boards, Category category) {
    return boards.board(category).stream().map(Place::value).toList();
  }
}
