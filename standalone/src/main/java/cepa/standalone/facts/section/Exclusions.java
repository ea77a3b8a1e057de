package cepa.standalone.facts.section;

import cepa.standalone.facts.NotCompared;
import java.util.List;
import java.util.regex.Pattern;

/// What golden files hold that says nothing to compare with.
public final class Exclusions {

  private static final String PRESENTATION = "presentation";
  private static final String LIMIT = "limit of the golden file";

  private Exclusions() {}

  public static List<NotCompared> all() {
    return List.of(
        rule("provenance of the file", "about/.*"),
        // Which pages there are is the site's own.
        rule(PRESENTATION, "paths/.*"),
        // Bridges are not read.
        rule("not in the model", "other/bridges_published"),
        // Names and pictures of flags, and by which way of the program they were made.
        rule(PRESENTATION, "contact/.*flag_(?:bandwidth_)?analysis\\..*\\.(?:display_name|icon)"),
        rule(PRESENTATION, "contact/.*flag_(?:bandwidth_)?analysis\\.source"),
        // Titles of achievements and what is written beneath them.
        rule(PRESENTATION, "leaderboards/\\[[^\\]]+\\]\\.\\w+_title"),
        rule(PRESENTATION, "leaderboards/\\[[^\\]]+\\]\\.geographic_achievement"),
        rule(PRESENTATION, "leaderboards/\\[[^\\]]+\\]\\.\\w*details(?:_short)?"),
        rule(PRESENTATION, "leaderboard_summary/categories\\..*"),
        rule(PRESENTATION, "relay/consensus_evaluation\\.eligible_flags_display\\.flag_order"),
        // Always one, whatever the data (analytics 5).
        rule(PRESENTATION, "leaderboards/\\[[^\\]]+\\]\\.(?:bandwidth|reliability)_weight"),
        // How many values an average is made of: not in the model.
        rule("not in the model", "contact/.*outliers\\.\\w+\\[[^\\]]+\\]\\.data_points"),
        // Markup was stripped from these texts; operators are compared by contact hash.
        rule(LIMIT, "leaderboards/\\[[^\\]]+\\]\\.(?:operator_key|display_name)"));
  }

  private static NotCompared rule(String reason, String fields) {
    return new NotCompared(reason, Pattern.compile(fields));
  }
}
