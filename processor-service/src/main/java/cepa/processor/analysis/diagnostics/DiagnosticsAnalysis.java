package cepa.processor.analysis.diagnostics;

import cepa.model.Relay;
import cepa.model.consensus.ConsensusEvaluations;
import cepa.model.consensus.Diagnostics;
import cepa.model.consensus.Evaluator;
import cepa.model.consensus.Issue;
import cepa.model.consensus.RelayEvaluation;
import cepa.model.reliability.Overloads;
import cepa.processor.Analysis;
import cepa.processor.Facts;
import cepa.processor.Inputs;
import cepa.processor.analysis.relays.Relays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds the issues of every relay (consensus 12). Those of overload need no votes (D-C15); the
/// others need at least one that has the relay.
@Component
public final class DiagnosticsAnalysis implements Analysis<Diagnostics> {

  @Override
  public Class<Diagnostics> makes() {
    return Diagnostics.class;
  }

  @Override
  public Set<Class<?>> reads() {
    return Set.of(Inputs.class, Relays.class, ConsensusEvaluations.class, Overloads.class);
  }

  @Override
  public Diagnostics analyse(Facts facts) {
    List<Relay> relays = facts.get(Relays.class).relays();
    var evaluations = facts.get(ConsensusEvaluations.class);
    var asOf = facts.get(Inputs.class).asOf();
    var overloads = facts.get(Overloads.class);
    Evaluator evaluator = evaluations.evaluator(asOf);
    var flagIssues = new FlagIssues(evaluations);
    var voteIssues = new VoteIssues(evaluations);
    Map<Issue, Integer> numbers = new LinkedHashMap<>();
    List<int[]> all = new ArrayList<>(relays.size());
    for (int i = 0; i < relays.size(); i++) {
      Relay relay = relays.get(i);
      List<Issue> issues = new ArrayList<>();
      RelayEvaluation evaluation = evaluator.evaluate(i, relay);
      if (evaluation.inVotes()) {
        voteIssues.membershipAndReach(evaluation, issues);
        flagIssues.of(relay, evaluation, issues);
        voteIssues.measurementsAndFlags(relay, evaluation, issues);
      }
      OverloadIssues.of(overloads.of(i), asOf, issues);
      all.add(
          issues.stream()
              .mapToInt(issue -> numbers.computeIfAbsent(issue, _ -> numbers.size()))
              .toArray());
    }
    return new Diagnostics(List.copyOf(numbers.keySet()), all);
  }
}
