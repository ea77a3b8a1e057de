package cepa.standalone.facts.deviation;

import cepa.model.Relay;
import cepa.model.SiteSettings.BandwidthUnit;
import cepa.model.leaderboard.Category;
import cepa.model.leaderboard.Leaderboards;
import cepa.model.validation.Validation;
import cepa.model.validation.ValidationStatus;
import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Leaves;
import cepa.standalone.facts.Place;
import cepa.standalone.facts.Shown;
import cepa.standalone.facts.Shown.RateUnit;
import cepa.standalone.facts.section.OperatorFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deviations in leaderboards.
final class BoardDeviations {

  private static final String ENTRY = "leaderboards/\\[[0-9a-f]{32}\\]\\.";
  private static final Pattern HASH = Pattern.compile("\\[([0-9a-f]{32})\\]");

  private BoardDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "D-3",
            "Offline relays weigh nothing",
            ENTRY
                + "(?:(?:total|guard|exit|ipv4_total|ipv6_total|validated)_consensus_weight"
                + "(?:_pct)?)",
            BoardDeviations::weight),
        Rule.of(
            "A-13",
            "Every relay counts with what it carried within the period",
            ENTRY + "total_data_(?:transferred|pct)",
            BoardDeviations::data),
        Rule.of(
            "A-28",
            "The reference takes the first five of an unordered set; here the order is defined",
            ENTRY + "(?:countries|platforms)",
            BoardDeviations::someOf),
        Rule.of(
            "A-10",
            "The reference counts relays without all fields of a provable identity as invalid",
            ENTRY + "invalid_relay_count",
            BoardDeviations::invalid),
        Rule.of(
            "D-2",
            "Networks are rarer where relays without a contact are no operator, and offline ones"
                + " weigh nothing",
            ENTRY + "diversity_score",
            (place, input) -> operator(place, input, o -> Shown.number(o.diversity(), 1))),
        Rule.of(
            "A-3",
            "Histories are aligned by date",
            ENTRY + "(?:bandwidth_(?:average|score|unit)|total_bandwidth)",
            BoardDeviations::served),
        Rule.of(
            "A-12",
            "The reference takes every country with few relays, or of some regions, for rare",
            ENTRY
                + "(?:rare_country_(?:count|bandwidth|bandwidth_unit)|relays_in_rare_countries"
                + "|country_count)",
            BoardDeviations::rare),
        Rule.of(
            "A-28",
            "The reference ranks operators with nothing; and what they are ranked by deviates in"
                + " its own ways (D-2, D-3, A-3, A-5, A-13)",
            "leaderboards/(?:\\[\\]|\\[[0-9a-f]{32}\\]\\.rank)",
            BoardDeviations::rank),
        Rule.of(
            "A-28",
            "The reference ranks operators with nothing",
            "contact/contact_rankings.*",
            BoardDeviations::ranking),
        Rule.of(
            "A-28",
            "An operator that the reference ranks and we do not",
            ENTRY + ".*",
            BoardDeviations::unranked),
        Rule.of(
            "A-28",
            "The reference counts boards that have nobody; here those that have somebody",
            "leaderboard_summary/live_categories_count",
            (_, input) ->
                Arrays.stream(Category.values())
                        .anyMatch(board -> ReferenceBoards.of(input).board(board).isEmpty())
                    ? Answer.gives(Category.values().length)
                    : Answer.notHere()),
        Rule.of(
            "A-5",
            "The reference tells operators apart by the first 30 characters of their contact, so one"
                + " may take another's place",
            "leaderboard_summary/total_(?:operators|bandwidth_formatted|consensus_weight_pct)",
            BoardDeviations::summary));
  }

  static List<Relay> members(Place place, FactsInput input) {
    Matcher hash = HASH.matcher(place.path());
    return hash.find() ? ReferenceContacts.of(input).relays(hash.group(1)) : List.of();
  }

  /// A value of the operator the entry is about.
  @FunctionalInterface
  private interface Value {
    Object of(ReferenceOperator operator);
  }

  private static Answer operator(Place place, FactsInput input, Value value) {
    List<Relay> members = members(place, input);
    return members.isEmpty()
        ? Answer.notHere()
        : Answer.gives(value.of(new ReferenceOperator(input, members)));
  }

  private static String field(Place place) {
    return place.path().substring(place.path().lastIndexOf('.') + 1);
  }

  private static Answer weight(Place place, FactsInput input) {
    if (input.relays().stream().noneMatch(ReferenceFigures::weighsOffline)) {
      return Answer.notHere();
    }
    return operator(
        place,
        input,
        operator ->
            switch (field(place)) {
              case "total_consensus_weight_pct" ->
                  Shown.percent(operator.figures().all().fraction(), 2);
              case "guard_consensus_weight_pct" ->
                  Shown.percent(operator.figures().guard().fraction(), 2);
              case "exit_consensus_weight_pct" ->
                  Shown.percent(operator.figures().exit().fraction(), 2);
              case "ipv4_total_consensus_weight_pct" ->
                  Shown.percent(operator.weight(relay -> has(relay, false)), 2);
              case "ipv6_total_consensus_weight_pct" ->
                  Shown.percent(operator.weight(relay -> has(relay, true)), 2);
              case "validated_consensus_weight" -> operator.weight(operator::isValidated);
              default -> Shown.percent(operator.weight(operator::isValidated), 2);
            });
  }

  private static boolean has(Relay relay, boolean six) {
    return relay.addresses().or().stream().anyMatch(address -> address.startsWith("[") == six);
  }

  private static Answer data(Place place, FactsInput input) {
    List<Relay> members = members(place, input);
    if (members.isEmpty() || !ReferenceTraffic.of(input).hasYoungerRelays()) {
      return Answer.notHere();
    }
    Map<String, ?> facts = ReferenceTraffic.of(input).facts(members);
    return Answer.gives(
        facts.get(
            field(place).equals("total_data_pct") ? "total_data_pct" : "total_data_formatted"));
  }

  private static Answer someOf(Place place, FactsInput input) {
    List<Relay> members = members(place, input);
    if (members.isEmpty() || !(place.golden() instanceof List<?> golden)) {
      return Answer.notHere();
    }
    var operator = new ReferenceOperator(input, members);
    Collection<String> all =
        field(place).equals("countries") ? operator.countries() : operator.platforms();
    int most = field(place).equals("countries") ? 5 : 3;
    boolean some =
        golden.size() == Math.min(most, all.size())
            && new HashSet<Object>(golden).size() == golden.size()
            && all.containsAll(golden);
    return some ? Answer.gives(golden) : Answer.notHere();
  }

  private static Answer invalid(Place place, FactsInput input) {
    Validation validation = input.find(Validation.class);
    List<Relay> members = members(place, input);
    if (validation == null || members.isEmpty()) {
      return Answer.notHere();
    }
    return Answer.gives(
        members.stream()
            .map(relay -> input.index(relay.fingerprint().hex()))
            .filter(Objects::nonNull)
            .filter(index -> validation.relays().get(index).status() != ValidationStatus.VALIDATED)
            .count());
  }

  static Category category(Place place) {
    return Category.valueOf(place.key().toUpperCase(Locale.ROOT));
  }

  private static Answer rare(Place place, FactsInput input) {
    String field = field(place);
    boolean frontier = category(place) == Category.FRONTIER_BUILDERS;
    if (!ReferenceWeights.of(input).hasOtherRarity()
        || (field.equals("country_count") && !frontier)) {
      return Answer.notHere();
    }
    return operator(
        place,
        input,
        operator -> {
          List<Relay> relays = operator.rare();
          double rate = relays.stream().mapToLong(r -> r.bandwidth().observedOrZero()).sum();
          RateUnit unit = RateUnit.of(rate, input.model().site().bandwidthUnit());
          return switch (field) {
            case "relays_in_rare_countries" -> relays.size();
            case "rare_country_bandwidth" -> Shown.number(rate / unit.bytes(), 1);
            case "rare_country_bandwidth_unit" -> unit.text();
            default -> operator.rareCountries();
          };
        });
  }

  private static Answer served(Place place, FactsInput input) {
    Category category = category(place);
    if (category != Category.BANDWIDTH_MASTERS && category != Category.BANDWIDTH_LEGENDS) {
      return Answer.notHere();
    }
    return operator(
        place,
        input,
        operator -> {
          double rate = operator.metric(category);
          RateUnit unit = RateUnit.of(rate, input.model().site().bandwidthUnit());
          return switch (field(place)) {
            case "bandwidth_average", "bandwidth_score" -> Shown.number(rate, 1);
            case "bandwidth_unit" -> unit.text();
            default -> Shown.number(rate / unit.bytes(), 1);
          };
        });
  }

  private static Answer rank(Place place, FactsInput input) {
    List<String> board = ReferenceBoards.of(input).board(category(place));
    if (place.path().equals("[]")) {
      return Answer.gives(board);
    }
    Matcher hash = HASH.matcher(place.path());
    int rank = hash.find() ? board.indexOf(hash.group(1)) + 1 : 0;
    return rank == 0 ? Answer.notHere() : Answer.gives(rank);
  }

  private static Answer ranking(Place place, FactsInput input) {
    List<Leaderboards.Ranking> rankings = new ArrayList<>();
    for (Category category : Category.values()) {
      int rank = ReferenceBoards.of(input).board(category).indexOf(place.key()) + 1;
      if (rank > 0 && rank <= Leaderboards.LAST_RANKING) {
        rankings.add(new Leaderboards.Ranking(category, rank));
      }
    }
    rankings.sort(Comparator.comparingInt(Leaderboards.Ranking::rank));
    Map<String, @Nullable Object> leaves =
        Leaves.of(Map.of("contact_rankings", OperatorFacts.rankings(rankings)));
    return Leaves.has(leaves, place.path())
        ? Answer.gives(Leaves.get(leaves, place.path()))
        : Answer.notHere();
  }

  private static Answer unranked(Place place, FactsInput input) {
    Matcher hash = HASH.matcher(place.path());
    return place.ours() == null
            && hash.find()
            && ReferenceBoards.of(input).board(category(place)).contains(hash.group(1))
        ? Answer.covers()
        : Answer.notHere();
  }

  private static Answer summary(Place place, FactsInput input) {
    ReferenceBoards boards = ReferenceBoards.of(input);
    BandwidthUnit mode = input.model().site().bandwidthUnit();
    return Answer.gives(
        switch (place.path()) {
          case "total_operators" -> boards.operators();
          case "total_bandwidth_formatted" ->
              Shown.rate(boards.sum(o -> o.figures().all().bandwidth()), 1, mode);
          default -> Shown.percent(boards.sum(o -> o.figures().all().fraction()), 1);
        });
  }
}
