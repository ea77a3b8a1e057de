package cepa.standalone.facts;

import cepa.model.SiteSettings.BandwidthUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A text that shows numbers rounded, and the numbers themselves, so that they can be compared at
/// the precision shown.
///
/// @param text as shown, every number of it rounded half to even
/// @param numbers the exact numbers in the order of the text
public record Shown(String text, List<Double> numbers) {

  public Shown {
    numbers = List.copyOf(numbers);
  }

  /// A number with its decimals, something before and something after it.
  public static Shown number(String before, double value, int decimals, String after) {
    return new Shown(before + round(value, decimals) + after, List.of(value));
  }

  public static Shown number(double value, int decimals) {
    return number("", value, decimals, "");
  }

  /// A share as percentage with its sign; `N/A` for one that is not known.
  public static Object percent(@Nullable Double fraction, int decimals) {
    return fraction == null ? "N/A" : number("", 100 * fraction, decimals, "%");
  }

  /// A rate in the unit that suits it.
  public static Shown rate(double bytesPerSecond, int decimals, BandwidthUnit mode) {
    RateUnit unit = RateUnit.of(bytesPerSecond, mode);
    return number("", bytesPerSecond / unit.bytes(), decimals, " " + unit.text());
  }

  /// A rate in whole bytes.
  public static Shown rate(long bytesPerSecond, int decimals, BandwidthUnit mode) {
    return rate((double) bytesPerSecond, decimals, mode);
  }

  /// Bytes with a decimal prefix; `N/A` for none (relay-model 8.2).
  public static Object volume(@Nullable Double bytes) {
    if (bytes == null || bytes <= 0) {
      return "N/A";
    }
    double size = 1e3;
    String unit = "KB";
    for (int i = 0; i < 4; i++) {
      double next = size * 1000;
      if (bytes >= next) {
        size = next;
        unit = List.of("MB", "GB", "TB", "PB").get(i);
      }
    }
    double value = bytes / size;
    boolean small = Double.parseDouble(round(value, 1)) < 10;
    return number("", value, small ? 1 : 0, " " + unit);
  }

  /// A whole number with thousands separators.
  public static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// Texts and shown values one after the other.
  public static Shown join(String separator, List<?> parts) {
    List<String> texts = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Shown shown) {
        texts.add(shown.text);
        numbers.addAll(shown.numbers);
      } else {
        texts.add(String.valueOf(part));
      }
    }
    return new Shown(String.join(separator, texts), numbers);
  }

  /// This with something after it.
  public Shown then(String after) {
    return new Shown(text + after, numbers);
  }

  public static String round(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /// The unit a rate is shown in (relay-model 8.1); a group shows all its rates in the unit of
  /// their total.
  ///
  /// @param text as shown
  /// @param bytes bytes per second in one of it
  public record RateUnit(String text, double bytes) {

    private static final List<RateUnit> BITS =
        Arrays.asList(
            new RateUnit("Gbit/s", 125e6),
            new RateUnit("Mbit/s", 125e3),
            new RateUnit("Kbit/s", 125));
    private static final List<RateUnit> BYTES =
        Arrays.asList(
            new RateUnit("GB/s", 1e9), new RateUnit("MB/s", 1e6), new RateUnit("KB/s", 1e3));

    /// Largest first.
    public static List<RateUnit> all(BandwidthUnit mode) {
      return mode == BandwidthUnit.BITS ? BITS : BYTES;
    }

    public static RateUnit of(long bytesPerSecond, BandwidthUnit mode) {
      return of((double) bytesPerSecond, mode);
    }

    public static RateUnit of(double bytesPerSecond, BandwidthUnit mode) {
      List<RateUnit> units = all(mode);
      return units.stream()
          .filter(unit -> bytesPerSecond >= unit.bytes)
          .findFirst()
          .orElse(units.getLast());
    }
  }
}
