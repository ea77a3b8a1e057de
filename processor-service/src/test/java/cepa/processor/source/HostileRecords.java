package cepa.processor.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Records no honest upstream sends, always the same ones.
public final class HostileRecords {

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "NaN",
          "Infinity",
          "-Infinity",
          "1e999",
          "-1",
          "-0",
          "9223372036854775808",
          "9".repeat(5_000),
          "0." + "0".repeat(5_000) + "1",
          "\"\\ud800\"",
          "\"\\u0000<script>\\u202e\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"" + "\\ud83d\\ude00".repeat(2_500) + "\"",
          "\"x" + "\\ud83d\\ude00".repeat(2_500) + "\"",
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
          "{\"1_month\":{\"values\":[[1],{\"a\":2},null]}}",
          "{\"1_month\":{\"first\":\"2026-01-01 00:00:00\",\"interval\":1e3,\"factor\":1e308,"
              + "\"values\":[999,999]},\"\\ud800\":{}}",
          "{\"\\ud800\":{\"1_month\":{\"first\":\"0001-01-01 00:00:00\",\"interval\":1,"
              + "\"factor\":1e308,\"values\":[999]}}}");

  /// One character a byte.
  private static final List<String> WORDS =
      List.of(
          "",
          "-1",
          "+1",
          "0x10",
          "1e9",
          "1e999",
          "NaN",
          "Infinity",
          "2147483648",
          "9".repeat(400),
          "101%",
          "=",
          "a=",
          "=1",
          "a=1=2",
          "2026-02-30",
          "99:99:99",
          "opt",
          "-----BEGIN",
          "-----END",
          "<script>alert(1)</script>",
          "\u0000",
          "\r",
          "\t",
          "\n",
          "\u00ed\u00a0\u0080",
          "\u00ff\u00fe",
          "x".repeat(5_000),
          "x ".repeat(500));

  private HostileRecords() {}

  /// A sound JSON record with each hostile value in place of each of the values named, with members
  /// twice, and things that are no record at all.
  public static List<byte[]> around(String record, String... names) {
    List<String> all = new ArrayList<>(VALUES);
    List<String> wanted = new ArrayList<>(List.of(names));
    wanted.add("\\ud800");
    wanted.add("");
    String rest = record.substring(1);
    for (String name : wanted) {
      for (String value : VALUES) {
        String member = "\"" + name + "\":" + value;
        all.add("{" + member + "}");
        all.add("{" + member + "," + rest);
        all.add(record.substring(0, record.length() - 1) + "," + member + "}");
      }
    }
    all.add("{" + rest.substring(0, rest.length() - 1) + "," + rest);
    all.add("");
    all.add("\ufeff" + record);
    return all.stream().map(text -> text.getBytes(UTF_8)).toList();
  }

  /// A sound record of lines with each hostile word in place of each of its words, with lines left
  /// out, twice and alone, cut off at every place, damaged, and bytes that are no record at all.
  public static List<byte[]> ofLines(String record) {
    byte[] sound = record.getBytes(ISO_8859_1);
    List<byte[]> all = new ArrayList<>();
    String[] lines = record.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      List<String> others = new ArrayList<>(List.of("", line + "\n" + line, line + "\r"));
      String[] words = line.split("[ =]", -1);
      int at = 0;
      for (String word : words) {
        for (String hostile : WORDS) {
          others.add(line.substring(0, at) + hostile + line.substring(at + word.length()));
        }
        at += word.length() + 1;
      }
      for (String other : others) {
        String[] changed = lines.clone();
        changed[i] = other;
        all.add(String.join("\n", changed).getBytes(ISO_8859_1));
      }
      all.add(line.getBytes(ISO_8859_1));
    }
    for (int length = 0; length < sound.length; length++) {
      all.add(Arrays.copyOf(sound, length));
    }
    all.addAll(damaged(sound, 1_000));
    all.addAll(random(200));
    return all;
  }

  /// The record cut off or with a few bytes changed, many times.
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

  /// Bytes without any sense.
  public static List<byte[]> random(int count) {
    var random = new Random(29);
    List<byte[]> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      all.add(bytes);
    }
    return all;
  }

  /// Whether a number stands somewhere in a record: then a reader did not make it up.
  public static boolean says(byte[] record, long number) {
    return new String(record, ISO_8859_1).contains(Long.toString(number));
  }

  /// Whether a text can be written as UTF-8: it has no half of a character.
  public static boolean isSound(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }
}
