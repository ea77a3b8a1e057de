package cepa.fetcher.aroivalidation;

import static cepa.fetcher.OnionooDocuments.fingerprint;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small documents as the validator writes them.
final class AroiDocuments {

  static final String METADATA =
      "\"metadata\": {\"timestamp\": \"2026-08-22T14:30:00.123456\", \"total_relays\": 3,"
          + " \"success_rate\": 66.66666666666667, \"extra\": {\"a\": [1, 2]}, \"none\": null}";
  static final String STATISTICS =
      "\"statistics\" : {\"proof_types\": {\"no_proof\": {\"total\": 1}}}";
  static final String BEGIN = "{\n  " + METADATA + ",\n  " + STATISTICS + ",\n  \"results\": [";

  private AroiDocuments() {}

  /// A document with results for relays 1 to `count`.
  static String results(int count) {
    return results(
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> result(i, true))
            .collect(Collectors.joining(",\n    ")));
  }

  static String results(String elements) {
    return BEGIN + elements + "]\n}\n";
  }

  /// One result, with what makes exact slices hard and what operators may write.
  static String result(int number, boolean valid) {
    return ("{\"nickname\": \"</script>\\u0000\\ud800 ü 𝄞\", \"fingerprint\" : \"%s\", \"valid\": %s,"
            + " \"domain\": \"}]\\\"{\", \"validation_steps\": [{\"step\": \"[\"}], \"big\": 1e308,"
            + " \"error\": null }")
        .formatted(fingerprint(number), valid);
  }
}
