package cepa.model.consensus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The flags whose conditions are judged, in the order of the flag summary (consensus 9.6).
public enum JudgedFlag {
  FAST("Fast"),
  STABLE("Stable"),
  HSDIR("HSDir"),
  GUARD("Guard"),
  EXIT("Exit"),
  MIDDLE_ONLY("MiddleOnly"),
  BAD_EXIT("BadExit");

  private final String flag;

  JudgedFlag(String flag) {
    this.flag = flag;
  }

  /// As votes write it.
  public String flag() {
    return flag;
  }

  /// An unmodifiable copy in the order of the flags.
  static <V> Map<JudgedFlag, V> copy(Map<JudgedFlag, V> map) {
    Map<JudgedFlag, V> copy = new EnumMap<>(JudgedFlag.class);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }
}
