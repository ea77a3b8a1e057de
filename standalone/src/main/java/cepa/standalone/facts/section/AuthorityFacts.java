package cepa.standalone.facts.section;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.FlagThresholds;
import cepa.model.consensus.Voter;
import cepa.standalone.facts.FactsInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the directory authorities publish.
final class AuthorityFacts {

  private AuthorityFacts() {}

  static @Nullable Object facts(FactsInput input) {
    ConsensusEvaluations evaluations = input.find(ConsensusEvaluations.class);
    if (evaluations == null) {
      return null;
    }
    List<Voter> voters = evaluations.voters().stream().filter(Voter::counts).toList();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put(
        "bandwidth_authorities",
        voters.stream().filter(Voter::measures).map(Voter::name).sorted().toList());
    Map<String, @Nullable Object> thresholds = new LinkedHashMap<>();
    voters.forEach(voter -> thresholds.put(voter.name(), thresholds(voter.thresholds())));
    facts.put("flag_thresholds", thresholds);
    facts.put("list", relays(input));
    Map<String, @Nullable Object> requirement = new LinkedHashMap<>();
    requirement.put("authority_count", evaluations.voters().size());
    requirement.put("majority_required", evaluations.majority());
    facts.put("requirement", requirement);
    return facts;
  }

  private static Map<String, @Nullable Object> thresholds(FlagThresholds published) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("guard-wfu", published.guardWfu());
    facts.put("guard-tk", published.guardTimeKnown());
    facts.put("guard-bw-inc-exits", published.guardBandwidthWithExits());
    facts.put("guard-bw-exc-exits", published.guardBandwidthWithoutExits());
    facts.put("fast-speed", published.fastSpeed());
    facts.put("stable-uptime", published.stableUptime());
    facts.put("stable-mtbf", published.stableMtbf());
    facts.put("hsdir-wfu", published.hsdirWfu());
    facts.put("hsdir-tk", published.hsdirTimeKnown());
    facts.put("enough-mtbf", bit(published.enoughMtbf()));
    facts.put("ignoring-advertised-bws", bit(published.ignoringAdvertised()));
    return facts;
  }

  private static @Nullable Integer bit(@Nullable Boolean value) {
    return value == null ? null : value ? 1 : 0;
  }

  private static List<Object> relays(FactsInput input) {
    List<Relay> relays = new ArrayList<>(input.relays());
    relays.removeIf(relay -> !relay.has("Authority"));
    relays.sort(Comparator.comparing(relay -> relay.nickname().toLowerCase(Locale.ROOT)));
    List<Object> list = new ArrayList<>();
    for (Relay relay : relays) {
      String dir = relay.addresses().dir();
      int colon = dir == null ? -1 : dir.lastIndexOf(':');
      Map<String, @Nullable Object> facts = new LinkedHashMap<>();
      facts.put("fingerprint", relay.fingerprint().hex());
      facts.put("nickname", relay.nickname());
      facts.put("contact", relay.contact().text());
      facts.put(
          "address",
          relay.addresses().or().isEmpty()
              ? null
              : RelayLayout.host(relay.addresses().or().getFirst()));
      facts.put("dir_port", dir == null ? null : dir.substring(colon + 1));
      list.add(facts);
    }
    return list;
  }
}
