package cepa.renderer.view.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of a bundle, taken apart once: what stands between its places, and which argument goes
/// into each.
///
/// @param text as it is written
/// @param between one more than there are places
/// @param places numbers of arguments
record Sentence(String text, List<String> between, List<Integer> places) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  static Sentence of(String text) {
    List<String> between = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      between.add(text.substring(from, place.start()));
      places.add(Integer.parseInt(place.group(1)));
      from = place.end();
    }
    between.add(text.substring(from));
    return new Sentence(text, List.copyOf(between), List.copyOf(places));
  }

  /// The same with its own words changed, not its places.
  Sentence map(UnaryOperator<String> change) {
    return new Sentence(change.apply(text), between.stream().map(change).toList(), places);
  }

  /// In one go: what an argument says is not looked through for places.
  ///
  /// @param given how many arguments there are; places of others stay as they are written
  String filled(int given, IntFunction<String> argument) {
    if (given == 0 || places.isEmpty()) {
      return text;
    }
    var out = new StringBuilder(text.length() + 32).append(between.getFirst());
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      out.append(place < given ? argument.apply(place) : "{" + place + "}");
      out.append(between.get(i + 1));
    }
    return out.toString();
  }
}
