package cepa.standalone.facts.deviation;

import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.Deviation.Answer;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import java.util.Comparator;
import java.util.List;

/// Lists whose order says nothing: the reference has them in the order in which files arrived.
final class OrderDeviations {

  private OrderDeviations() {}

  static List<Deviation> all() {
    return List.of(
        Rule.of(
            "F-2",
            "The reference keeps what authorities say in the order of its downloads and of its"
                + " input; here it is sorted",
            "relay/consensus_evaluation\\.flag_summary\\.\\w+\\.details\\[\\]"
                + "|authorities/list\\[\\]"
                + "|intelligence/performance_correlation\\.underutilized_fingerprints",
            OrderDeviations::sameElements));
  }

  private static Answer sameElements(Place place, FactsInput input) {
    return place.golden() instanceof List<?> golden
            && place.ours() instanceof List<?> ours
            && sorted(golden).equals(sorted(ours))
        ? Answer.gives(golden)
        : Answer.notHere();
  }

  private static List<String> sorted(List<?> list) {
    return list.stream().map(String::valueOf).sorted(Comparator.naturalOrder()).toList();
  }
}
