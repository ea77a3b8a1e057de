package cepa.renderer.pages.search;

import java.util.List;
import java.util.Map;

/// What people call countries beside the name that the source gives.
final class CountryAliases {

  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "CZ", List.of("czechia", "czech republic"),
          "GB", List.of("united kingdom", "uk", "great britain", "britain", "england"),
          "KR", List.of("south korea", "korea"),
          "NL", List.of("netherlands", "the netherlands", "holland"),
          "RU", List.of("russia", "russian federation"),
          "US", List.of("united states", "usa", "united states of america"));

  private CountryAliases() {}

  static List<String> of(String code) {
    return ALIASES.getOrDefault(code, List.of());
  }
}
