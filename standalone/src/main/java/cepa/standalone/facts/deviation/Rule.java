package cepa.standalone.facts.deviation;

import cepa.standalone.facts.Deviation;
import cepa.standalone.facts.FactsInput;
import cepa.standalone.facts.Place;
import java.util.regex.Pattern;

/// A deviation whose condition and reference's rule are one function.
///
/// @param rule the reference's rule, where the condition holds
record Rule(String id, String summary, Pattern fields, Reference rule) implements Deviation {

  /// What the reference makes of the inputs at a place.
  @FunctionalInterface
  interface Reference {
    Answer at(Place place, FactsInput input);
  }

  static Rule of(String id, String summary, String fields, Reference rule) {
    return new Rule(id, summary, Pattern.compile(fields), rule);
  }

  @Override
  public Answer reference(Place place, FactsInput input) {
    return rule.at(place, input);
  }
}
