package cepa.fetcher;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small documents as Onionoo sends them, for tests.
public final class OnionooDocuments {

  private OnionooDocuments() {}

  /// A fingerprint of our own choice.
  public static String fingerprint(int number) {
    return "%040X".formatted(number).toUpperCase(Locale.ROOT);
  }

  /// A details document of relays 1 to `relays`, all of them running.
  public static String details(String published, int relays) {
    return details(published, relays, relays);
  }

  /// A details document of relays 1 to `relays`, the first `running` of them running.
  public static String details(String published, int relays, int running) {
    String list =
        IntStream.rangeClosed(1, relays)
            .mapToObj(i -> relay(i, i <= running))
            .collect(Collectors.joining(",\n"));
    return """
    {"version":"8.0",
    "build_revision":"abc1234",
    "relays_published":"%s",
    "relays":[
    %s
    ],
    "bridges_published":"%s",
    "bridges":[
    {"nickname":"b","hashed_fingerprint":"%s"}
    ]}
    """
        .formatted(published, list, published, fingerprint(9999));
  }

  /// One relay's object, with what makes exact slices hard: nesting, escapes, several bytes a
  /// character, blanks.
  public static String relay(int number, boolean running) {
    return ("{\"nickname\":\"r%d\",\"fingerprint\":\"%s\" , \"running\":%s,"
            + "\"contact\":\"}]\\\"{ ü \\u20ac 𝄞\",\"flags\":[\"Fast\",\"Valid\"],"
            + "\"exit_policy_summary\":{\"reject\":[\"25\"]},\"latitude\":-1.5e3}")
        .formatted(number, fingerprint(number), running);
  }
}
