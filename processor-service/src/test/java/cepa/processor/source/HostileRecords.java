package cepa.processor.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Records no honest upstream sends.
public final class HostileRecords {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "NaN",
          "Infinity",
          "1e999",
          "-0",
          "9".repeat(5_000),
          "0." + "0".repeat(5_000) + "1",
          "\"\\ud800\"",
          "\"\\u0000<script>\\u202e\"",
          "\"" + "x".repeat(100_000) + "\"",
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
          "{\"1_month\":{\"values\":[[1],{\"a\":2},null]}}",
          "{\"1_month\":{\"first\":\"2026-01-01 00:00:00\",\"interval\":1e3,\"factor\":1e308,"
              + "\"values\":[999,999]},\"\\ud800\":{}}",
          "{\"\\ud800\":{\"1_month\":{\"first\":\"0001-01-01 00:00:00\",\"interval\":1,"
              + "\"factor\":1e308,\"values\":[999]}}}");

  private HostileRecords() {}

  /// A sound record with each hostile value in place of each of its values, with members twice, and
  /// things that are no record at all.
  public static List<byte[]> around(String record) {
    List<String> all = new ArrayList<>(VALUES);
    List<String> members = new ArrayList<>();
    for (String member :
        List.of(
            "uptime",
            "flags",
            "read_history",
            "write_history",
            "overload_ratelimits",
            "overload_fd_exhausted",
            "\\ud800",
            "")) {
      for (String value : VALUES) {
        members.add("\"" + member + "\":" + value);
      }
    }
    String rest = record.substring(1);
    for (String member : members) {
      all.add("{" + member + "}");
      all.add("{" + member + "," + rest);
      all.add(record.substring(0, record.length() - 1) + "," + member + "}");
    }
    all.add("{" + rest.substring(0, rest.length() - 1) + "," + rest);
    all.add("");
    all.add("\ufeff" + record);
    return all.stream().map(text -> text.getBytes(UTF_8)).toList();
  }

  /// The record cut off or with a few bytes changed, many times, always the same way.
  public static List<byte[]> damaged(byte[] record, int count) {
    var random = new Random(23);
    List<byte[]> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] bytes =
          i % 2 == 0 ? Arrays.copyOf(record, random.nextInt(record.length)) : record.clone();
      for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      all.add(bytes);
    }
    return all;
  }
}
