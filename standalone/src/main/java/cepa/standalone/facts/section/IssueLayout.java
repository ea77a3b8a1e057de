package cepa.standalone.facts.section;

import cepa.model.consensus.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Issues of relays as golden files name them.
final class IssueLayout {

  private IssueLayout() {}

  static List<Object> issues(List<Issue> issues) {
    List<Object> facts = new ArrayList<>();
    for (Issue issue : issues) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("category", category(issue));
      entry.put("severity", issue.kind().severity().name().toLowerCase(Locale.ROOT));
      entry.put("title", title(issue));
      facts.add(entry);
    }
    return facts;
  }

  static String category(Issue issue) {
    return issue.kind().category().name().toLowerCase(Locale.ROOT);
  }

  private static String title(Issue issue) {
    return switch (issue.kind()) {
      case NOT_IN_CONSENSUS -> "Not in consensus";
      case IPV4_UNREACHABLE -> "IPv4 reachability issues";
      case IPV4_PARTLY_REACHABLE -> "Partial IPv4 reachability";
      case IPV6_UNREACHABLE -> "IPv6 not reachable";
      case GUARD_NEEDS_FAST -> "Guard: requires Fast flag";
      case GUARD_NEEDS_STABLE -> "Guard: requires Stable flag";
      case GUARD_BANDWIDTH -> "Guard: bandwidth below threshold";
      case GUARD_WFU -> "Guard: WFU below threshold";
      case GUARD_TIME_KNOWN -> "Guard: Time Known below threshold";
      case STABLE_NOT_ELIGIBLE -> "Not eligible for Stable flag";
      case HSDIR_NEEDS_FAST -> "HSDir: requires Fast flag";
      case HSDIR_NEEDS_STABLE -> "HSDir: requires Stable flag";
      case HSDIR_NEEDS_V2DIR -> "HSDir: requires V2Dir (tunnelled-dir-server)";
      case HSDIR_WFU -> "HSDir: WFU below threshold";
      case HSDIR_TIME_KNOWN -> "HSDir: Time Known below threshold";
      case BANDWIDTH_DEVIATION -> "High consensus weight deviation";
      case BANDWIDTH_HARDLY_MEASURED -> "Low bandwidth authority measurements";
      case BANDWIDTH_BELOW_MAJORITY -> "Bandwidth authority measurements below majority";
      case STALE_DESCRIPTOR -> "StaleDesc flag assigned";
      case BAD_EXIT -> "BadExit flag assigned";
      case MIDDLE_ONLY -> "MiddleOnly restriction active";
      case VERSION_NOT_RECOMMENDED -> "Tor version not recommended";
      case OVERLOADED -> "General Overload Active";
      case OVERLOADED_RECENTLY -> "Recent Overload Reported";
      case FILE_DESCRIPTORS_EXHAUSTED -> "File Descriptor Exhaustion";
      case WRITE_LIMIT_HIT -> "Write Bandwidth Limit Hit";
      case READ_LIMIT_HIT -> "Read Bandwidth Limit Hit";
      case RATE_LIMIT_CONFIGURED -> "Rate Limit Configuration";
    };
  }
}
