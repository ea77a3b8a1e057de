package cepa.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cepa.error.PermanentException;
import cepa.model.Fingerprint;
import cepa.model.Series;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesArchiveTest {

  private static final Instant FIRST = Instant.parse("2021-01-05T12:00:00Z");

  @Test
  void graphsOfEveryRelayComeBack() {
    Map<Fingerprint, List<Series>> all = graphs(200);
    SeriesArchive archive = SeriesArchive.open(write(all, List.copyOf(all.keySet())).bytes());

    assertThat(archive.relays()).isEqualTo(200);
    all.forEach((relay, series) -> assertThat(archive.of(relay)).isEqualTo(series));
    assertThat(archive.of(Fingerprint.of("F".repeat(40)))).isEmpty();
    assertThat(archive.of(Fingerprint.of("0".repeat(40)))).isEmpty();
  }

  @Test
  void orderOfWriting_doesNotShow() {
    Map<Fingerprint, List<Series>> all = graphs(50);
    List<Fingerprint> shuffled = new ArrayList<>(all.keySet());
    Collections.shuffle(shuffled, new Random(3));

    assertThat(write(all, shuffled).bytes())
        .isEqualTo(write(all, List.copyOf(all.keySet())).bytes());
  }

  @Test
  void emptyArchive_hasNoRelays() {
    SeriesArchive archive = SeriesArchive.open(new SeriesArchive.Writer().finish().bytes());
    assertThat(archive.relays()).isZero();
    assertThat(archive.of(relay(1))).isEmpty();
  }

  @Test
  void relayWithoutGraphs_isLeftOut() {
    var writer = new SeriesArchive.Writer();
    writer.add(relay(1), List.of());
    assertThat(writer.finish().relays()).isZero();
  }

  @Test
  void otherBytes_areRefused() {
    assertThatThrownBy(() ->
            SeriesArchive.open(
                "not an archive at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(PermanentException.class);
    assertThatThrownBy(() -> SeriesArchive.open(new byte[3]))
        .isInstanceOf(PermanentException.class);
  }

  @Test
  void indexLongerThanTheArchive_isRefused() {
    byte[] bytes = write(graphs(3), List.copyOf(graphs(3).keySet())).bytes().clone();
    for (int count : new int[] {-1, 1_000_000, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(bytes).putInt(8, count);
      assertThatThrownBy(() -> SeriesArchive.open(bytes))
          .isInstanceOf(PermanentException.class)
          .hasMessageContaining("ends early");
    }
  }

  @Test
  void damage_isFoundOrHarmless_neverACrash() {
    Map<Fingerprint, List<Series>> all = graphs(5);
    byte[] whole = write(all, List.copyOf(all.keySet())).bytes();
    var random = new Random(11);
    int found = 0;
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes =
          round % 3 == 0
              ? Arrays.copyOf(whole, random.nextInt(whole.length))
              : damaged(whole, random);
      try {
        SeriesArchive archive = SeriesArchive.open(bytes);
        all.keySet().forEach(archive::of);
      } catch (PermanentException e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(1_000);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[12 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static SeriesArchive write(Map<Fingerprint, List<Series>> all, List<Fingerprint> order) {
    var writer = new SeriesArchive.Writer();
    order.forEach(relay -> writer.add(relay, all.getOrDefault(relay, List.of())));
    return writer.finish();
  }

  private static Map<Fingerprint, List<Series>> graphs(int relays) {
    var random = new Random(5);
    Map<Fingerprint, List<Series>> all = new LinkedHashMap<>();
    for (int i = 1; i <= relays; i++) {
      all.put(
          relay(i),
          List.of(
              graph("uptime/1_month", Duration.ofHours(4), 180, random),
              graph("uptime/ünïcode", Duration.ofDays(10), i % 7, random)));
    }
    return all;
  }

  private static Series graph(String name, Duration interval, int length, Random random) {
    short[] values = new short[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextInt(5) == 0 ? Series.UNKNOWN : (short) random.nextInt(1000);
    }
    return new Series(name, FIRST, interval, random.nextDouble(), values);
  }

  private static Fingerprint relay(int number) {
    // Spread over the whole range, so that the comparison of bytes as unsigned counts.
    String head = HexFormat.of().withUpperCase().toHexDigits(number * 0x9E3779B1);
    return Fingerprint.of(head + "0".repeat(32));
  }
}
