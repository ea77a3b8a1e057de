package cepa.processor.analysis.consensus;

import static cepa.processor.source.onionoodetails.TestRelay.NOON;

import cepa.model.History;
import cepa.model.Relay;
import cepa.model.SiteSettings;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.IssueKind;
import cepa.model.consensus.RelayEvaluation;
import cepa.processor.Components;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.relays.Relays;
import cepa.processor.source.collectorvotes.TestVotes;
import cepa.processor.source.collectorvotes.TestVotes.TestVote;
import cepa.processor.source.onionoodetails.Details;
import cepa.processor.source.onionoodetails.TestRelay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A network with its directory documents, small enough to be counted by hand.
final class SmallDirectory {

  /// Identities of the configured voters, in order of their names.
  static final List<String> VOTERS =
      List.of(
          "27102BC123E7AF1D4741AE047E160C91ADC76B21", // bastet
          "0232AF901C31A04EE9848595AF9BB7620D4C5B2E", // dannenberg
          "E8A9C45EDE6D711294FADF8E7951F4DE6CA56B58", // dizum
          "70849B868D606BAECFB6128C5E3D782029AA394F", // faravahar
          "ED03BB616EB2F60BEC80151114BB25CEF515B226", // gabelmoo
          "23D15D965BC35114467363C165C4F724B64B4F66", // longclaw
          "49015F787433103580E3B66A1707A00E60F2D15B", // maatuska
          "F533C81CEF0BC0267857C99B2F471ADF249FA232", // moria1
          "2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C"); // tor26

  private final Map<Class<?>, Object> given = new HashMap<>();
  private final TestVotes votes = new TestVotes();

  SmallDirectory(TestRelay... relays) {
    given.put(Details.class, TestRelay.snapshot("s", NOON, relays));
    given.put(History.class, History.empty());
    given.put(SiteSettings.class, new SiteSettings(null, SiteSettings.BandwidthUnit.BITS, 7));
    given.put(Inputs.class, new Inputs(NOON, Map.of(), List.of(), "h"));
  }

  SmallDirectory with(Object source) {
    given.put(source.getClass(), source);
    return this;
  }

  /// Votes of equal content.
  ///
  /// @param from index of the first voter
  /// @param to index after the last voter
  SmallDirectory votes(int from, int to, Consumer<TestVote> content) {
    VOTERS.subList(from, to).forEach(identity -> votes.vote(identity, content));
    return with(votes.data());
  }

  SmallDirectory vote(String identity, Consumer<TestVote> content) {
    votes.vote(identity, content);
    return with(votes.data());
  }

  <T> T analyse(Class<T> type) {
    return new Facts(Components.all().engine().run(given), Set.of(type)).get(type);
  }

  /// The evaluation of the first relay in base order.
  RelayEvaluation first() {
    var facts =
        new Facts(
            Components.all().engine().run(given), Set.of(Relays.class, ConsensusEvaluations.class));
    Relay relay = facts.get(Relays.class).relays().getFirst();
    return facts.get(ConsensusEvaluations.class).evaluator(NOON).evaluate(0, relay);
  }

  /// Kinds of the issues of the first relay in base order.
  List<IssueKind> issues() {
    return analyse(Diagnostics.class).of(0).stream().map(issue -> issue.kind()).toList();
  }
}
