package cepa.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.simulator.SimulatedDocument;
import cepa.simulator.SimulatedSource;
import cepa.simulator.SmallNetwork;
import cepa.simulator.collectorbandwidths.CollectorBandwidthsSource;
import cepa.simulator.collectorconsensus.CollectorConsensusSource;
import cepa.simulator.collectorvotes.CollectorVotesSource;
import cepa.simulator.network.Flag;
import cepa.simulator.network.NetworkHour;
import cepa.simulator.network.RelayHour;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The directory documents of one hour must tell one story.
class DirectoryConsistencyTest {

  private static final int TICK = 2;
  private static final NetworkHour HOUR = SmallNetwork.NETWORK.at(TICK);
  private static final Map<String, Entry> CONSENSUS =
      entries(newest(new CollectorConsensusSource(), 1).getFirst());
  private static final List<Map<String, Entry>> VOTES =
      newest(new CollectorVotesSource(), 9).stream()
          .map(DirectoryConsistencyTest::entries)
          .toList();

  private record Entry(
      Set<String> flags, int bandwidth, @Nullable Integer measured, boolean ipv6) {}

  @Test
  void consensusLists_whatDetailsCallRunning() {
    assertThat(CONSENSUS.keySet())
        .containsExactlyElementsOf(HOUR.running().stream().map(RelayHour::fingerprint).toList());
    for (RelayHour state : HOUR.running()) {
      Entry entry = Objects.requireNonNull(CONSENSUS.get(state.fingerprint()));
      assertThat(entry.flags())
          .isEqualTo(state.flags().stream().map(Flag::text).collect(Collectors.toSet()));
      assertThat(entry.bandwidth()).isEqualTo(state.consensusWeight());
    }
  }

  @Test
  void consensusFlags_areTheMajorityOfTheVotes() {
    boolean disputed = false;
    for (Map.Entry<String, Entry> relay : CONSENSUS.entrySet()) {
      List<Entry> opinions = opinions(relay.getKey());
      assertThat(opinions).hasSizeGreaterThanOrEqualTo(5);
      Set<String> known = new HashSet<>();
      opinions.forEach(opinion -> known.addAll(opinion.flags()));
      disputed |= !known.equals(relay.getValue().flags());
      for (String flag : known) {
        long count = opinions.stream().filter(opinion -> opinion.flags().contains(flag)).count();
        assertThat(count * 2 > opinions.size()).isEqualTo(relay.getValue().flags().contains(flag));
        // also when those who do not list the relay count as voters
        assertThat(count >= 5).isEqualTo(relay.getValue().flags().contains(flag));
      }
    }
    assertThat(disputed).isTrue();
  }

  @Test
  void votesAlsoListRelaysThatAreDown_withoutRunning() {
    Set<String> listed = new TreeSet<>();
    VOTES.forEach(vote -> listed.addAll(vote.keySet()));
    listed.removeAll(CONSENSUS.keySet());
    assertThat(listed).isNotEmpty();
    for (String fingerprint : listed) {
      assertThat(opinions(fingerprint))
          .allSatisfy(opinion -> assertThat(opinion.flags()).doesNotContain("Running"));
    }
  }

  @Test
  void consensusWeight_isTheLowMedianOfAtLeastThreeMeasurements() {
    for (RelayHour state : HOUR.running()) {
      List<Integer> measured = new ArrayList<>();
      for (Entry opinion : opinions(state.fingerprint())) {
        if (opinion.measured() != null) {
          measured.add(opinion.measured());
        }
      }
      measured.sort(null);
      boolean all = opinions(state.fingerprint()).size() == 9;
      if (all && state.measured()) {
        assertThat(measured).hasSizeGreaterThanOrEqualTo(3);
        assertThat(measured.get((measured.size() - 1) / 2)).isEqualTo(state.consensusWeight());
      } else if (!state.measured()) {
        assertThat(measured).hasSizeLessThan(3);
        assertThat(state.consensusWeight()).isLessThanOrEqualTo(20);
      }
    }
  }

  @Test
  void bandwidthFiles_holdWhatTheVotesSay() {
    Pattern line = Pattern.compile("^bw=(\\d+) .* node_id=\\$([0-9A-F]{40}) ", Pattern.MULTILINE);
    List<SimulatedDocument> files = newest(new CollectorBandwidthsSource(), 6);
    List<Map<String, Integer>> fromFiles = new ArrayList<>();
    for (SimulatedDocument file : files) {
      String text = SmallNetwork.text(file);
      assertThat(text).startsWith("@type bandwidth-file 1.0\n").contains("\n=====\n");
      Map<String, Integer> values = new LinkedHashMap<>();
      Matcher matcher = line.matcher(text);
      while (matcher.find()) {
        values.put(matcher.group(2), Integer.valueOf(matcher.group(1)));
      }
      fromFiles.add(values);
    }
    List<Map<String, Entry>> scanning =
        VOTES.stream()
            .filter(vote -> vote.values().stream().anyMatch(entry -> entry.measured() != null))
            .toList();
    assertThat(scanning).hasSize(6);
    for (int i = 0; i < 6; i++) {
      for (Map.Entry<String, Integer> value : fromFiles.get(i).entrySet()) {
        Entry entry = scanning.get(i).get(value.getKey());
        if (entry != null) {
          assertThat(value.getValue()).isEqualTo(entry.measured());
        }
      }
      assertThat(fromFiles.get(i)).hasSizeGreaterThan(500);
    }
  }

  @Test
  void ipv6Lines_areTheMajorityOfThoseThatTest() {
    boolean unreachable = false;
    for (RelayHour state : HOUR.running()) {
      List<Entry> opinions = opinions(state.fingerprint());
      long reached = opinions.stream().filter(Entry::ipv6).count();
      if (opinions.size() == 9) {
        Entry entry = Objects.requireNonNull(CONSENSUS.get(state.fingerprint()));
        assertThat(reached * 2 > 7).isEqualTo(entry.ipv6());
      }
      unreachable |= state.relay().ipv6().isPresent() && reached * 2 < 7;
    }
    assertThat(unreachable).isTrue();
  }

  @Test
  void headOfAVote_hasWhatReadersLookFor() {
    for (SimulatedDocument document : newest(new CollectorVotesSource(), 9)) {
      String vote = SmallNetwork.text(document);
      String head = vote.substring(0, vote.indexOf("\nr "));
      assertThat(head)
          .startsWith(
              "@type network-status-vote-3 1.0\nnetwork-status-version 3\nvote-status vote\n")
          .contains("\nconsensus-methods 28 ", "\nvalid-after 2026-08-22 17:00:00\n")
          .contains("\nflag-thresholds stable-uptime=", "guard-wfu=98.000%", "\nparams ")
          .contains("\ndir-source ", "\nfingerprint ");
      assertThat(vote)
          .contains("\ndirectory-footer\n")
          .containsPattern("stats wfu=[01]\\.\\d{6} tk=");
    }
  }

  @Test
  void headAndFootOfTheConsensus_areComplete() {
    String text = SmallNetwork.text(newest(new CollectorConsensusSource(), 1).getFirst());
    assertThat(text.substring(0, 4096)).contains("\nconsensus-method 34\n");
    assertThat(text)
        .startsWith("@type network-status-consensus-3 1.0\n")
        .contains("\nvalid-after 2026-08-22 17:00:00\n", "\nbandwidth-weights Wbd=0 ");
    assertThat(text.lines().filter(line -> line.startsWith("dir-source "))).hasSize(9);
    assertThat(text.lines().filter(line -> line.startsWith("directory-signature "))).hasSize(9);
    newest(new CollectorVotesSource(), 9)
        .forEach(vote -> {
          String digest = vote.path().substring(vote.path().lastIndexOf('-') + 1);
          assertThat(text).contains("\nvote-digest " + digest + "\n");
        });
  }

  private static List<Entry> opinions(String fingerprint) {
    return VOTES.stream()
        .filter(vote -> vote.containsKey(fingerprint))
        .map(vote -> vote.get(fingerprint))
        .toList();
  }

  private static List<SimulatedDocument> newest(SimulatedSource source, int count) {
    List<SimulatedDocument> documents = source.documents(SmallNetwork.at(TICK));
    assertThat(documents).hasSize(2 * count);
    return documents.subList(0, count);
  }

  private static Map<String, Entry> entries(SimulatedDocument document) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String body = SmallNetwork.text(document).split("directory-footer")[0];
    String[] parts = body.split("\nr ");
    for (int i = 1; i < parts.length; i++) {
      List<String> lines = parts[i].lines().toList();
      byte[] identity = Base64.getDecoder().decode(lines.getFirst().split(" ")[1]);
      String weight = line(lines, "w ");
      Matcher measured = Pattern.compile("Measured=(\\d+)").matcher(weight);
      Matcher bandwidth = Pattern.compile("Bandwidth=(\\d+)").matcher(weight);
      assertThat(bandwidth.find()).isTrue();
      entries.put(
          HexFormat.of().withUpperCase().formatHex(identity),
          new Entry(
              Set.of(line(lines, "s ").split(" ")),
              Integer.parseInt(bandwidth.group(1)),
              measured.find() ? Integer.valueOf(measured.group(1)) : null,
              lines.stream().anyMatch(line -> line.startsWith("a ["))));
    }
    return entries;
  }

  private static String line(List<String> lines, String keyword) {
    return lines.stream()
        .filter(line -> line.startsWith(keyword))
        .findFirst()
        .orElseThrow()
        .substring(keyword.length());
  }
}
