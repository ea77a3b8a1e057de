package cepa.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What tests of splitters have in common.
public final class Splits {

  private static final int DAMAGES = 2_000;

  private Splits() {}

  /// The records of a split document in order, each `key=value`.
  public static List<Map.Entry<String, String>> records(SplitDocument split) {
    List<Map.Entry<String, String>> records = new ArrayList<>();
    Entities entities = split.entities();
    for (int i = 0; i < entities.size(); i++) {
      byte[] slice = split.document().slice(entities.offset(i), entities.length(i));
      records.add(Map.entry(entities.key(i), new String(slice, StandardCharsets.UTF_8)));
    }
    return records;
  }

  /// A document that is not to be had whole is refused, for every length.
  public static void assertEveryTruncationIsRefused(
      DocumentSplitter splitter, Path directory, String name, String document) {
    byte[] whole = document.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> splitter.split(Spooled.spooled(directory, name, part)))
          .as("first %d bytes", length)
          .isInstanceOf(PermanentException.class);
    }
  }

  /// Whatever is damaged: slices lie within the document and keys are ours, or it is refused.
  ///
  /// @param keys what keys look like
  public static void assertDamageIsSurvived(
      DocumentSplitter splitter, Path directory, String name, String document, String keys) {
    byte[] whole = document.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(4);
    int refused = 0;
    for (int round = 0; round < DAMAGES; round++) {
      byte[] damaged = damaged(whole, random);
      try {
        SplitDocument split = splitter.split(Spooled.spooled(directory, name, damaged));
        for (int i = 0; i < split.entities().size(); i++) {
          assertThat(split.entities().key(i)).matches(keys);
          assertThat(split.entities().offset(i)).isNotNegative();
          assertThat(split.entities().offset(i) + split.entities().length(i))
              .isLessThanOrEqualTo(damaged.length);
        }
        assertThat(split.envelope().values()).allMatch(v -> v.matches("[ -~]{1,100}"));
      } catch (PermanentException e) {
        assertThat(e.getMessage()).startsWith("Document ").doesNotContainPattern("\\p{Cntrl}");
        refused++;
      }
    }
    assertThat(refused).isBetween(1, DAMAGES - 1);
  }

  /// Bytes flipped, zeroed, cut out, doubled; or nothing but chance.
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int from = random.nextInt(whole.length);
    int length = random.nextInt(Math.min(200, whole.length - from) + 1);
    switch (random.nextInt(5)) {
      case 0 -> damaged[from] ^= (byte) (1 + random.nextInt(255));
      case 1 -> Arrays.fill(damaged, from, from + length, (byte) 0);
      case 2 -> {
        damaged = new byte[whole.length - length];
        System.arraycopy(whole, 0, damaged, 0, from);
        System.arraycopy(whole, from + length, damaged, from, whole.length - from - length);
      }
      case 3 -> {
        damaged = Arrays.copyOf(whole, whole.length + length);
        System.arraycopy(whole, from, damaged, whole.length, length);
      }
      default -> {
        byte[] chance = new byte[length];
        random.nextBytes(chance);
        System.arraycopy(chance, 0, damaged, from, length);
      }
    }
    return damaged;
  }
}
