package cepa.renderer.view.template;

import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Quantity;
import cepa.renderer.view.Rounding;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import cepa.renderer.view.chart.DayNames;
import cepa.renderer.view.chart.Drawing;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// - `value | show`: a quantity or a count as text, with its unit;
/// - `value | number`: the number alone, for tables;
/// - `time | iso`: for the `datetime` of a `time` element;
/// - `line(chart)`, `lineFromZero(chart)`, `bars(chart)`: the coordinates of a chart, null if there
///   is nothing to draw;
/// - `bar(share, of)`: how long the bar behind a share is, in steps of five percent;
/// - `text(key, …)`: a text of [Messages].
///
/// All are pure: what they return follows from their arguments alone.
@Component
public class ViewExtension extends AbstractExtension {

  private static final int BAR_STEPS = 20;

  private final Messages messages;
  private final DayNames days;

  /// In the language of the site.
  public ViewExtension() {
    this(new Messages());
  }

  public ViewExtension(Messages messages) {
    this.messages = messages;
    this.days = new Days(messages);
  }

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of(
        "show", (Input) ViewExtension::show,
        "number", (Input) ViewExtension::number,
        "iso", (Input) ViewExtension::iso);
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of(
        "line", (Positional) args -> Drawing.line(days, argument(args, 0, Chart.class)),
        "lineFromZero",
            (Positional) args -> Drawing.lineFromZero(days, argument(args, 0, Chart.class)),
        "bars", (Positional) args -> Drawing.bars(days, argument(args, 0, Chart.class)),
        "bar",
            (Positional)
                args -> bar(argument(args, 0, Share.class), argument(args, 1, Share.class)),
        "text", new TextFunction(messages));
  }

  static @Nullable Object show(@Nullable Object value) {
    return switch (value) {
      case Quantity quantity -> quantity.text();
      case Integer count -> Rounding.grouped(count);
      case Long count -> Rounding.grouped(count);
      case BigDecimal number -> Rounding.grouped(number);
      case null -> null;
      default -> throw notA("quantity or a count", value);
    };
  }

  private static @Nullable Object number(@Nullable Object value) {
    return value instanceof Quantity quantity ? quantity.number() : show(value);
  }

  private static @Nullable Object iso(@Nullable Object value) {
    return switch (value) {
      case Moment moment -> moment.machine();
      case Day day -> day.machine();
      case null -> null;
      default -> throw notA("moment or a day", value);
    };
  }

  private static <T> T argument(Map<String, Object> args, int position, Class<T> type) {
    Object value = args.get(Integer.toString(position));
    if (!type.isInstance(value)) {
      throw notA(type.getSimpleName(), value);
    }
    return type.cast(value);
  }

  private static IllegalArgumentException notA(String what, @Nullable Object value) {
    return new IllegalArgumentException(
        "A template passes "
            + (value == null ? "nothing" : "a " + value.getClass().getSimpleName())
            + " where a "
            + what
            + " is needed");
  }

  private static int bar(Share share, Share of) {
    if (of.percent().signum() == 0) {
      return 0;
    }
    int steps =
        share
            .percent()
            .multiply(BigDecimal.valueOf(BAR_STEPS))
            .divide(of.percent(), 0, RoundingMode.HALF_EVEN)
            .intValue();
    return Math.min(BAR_STEPS, steps) * 100 / BAR_STEPS;
  }

  /// Days in the language of the texts.
  private record Days(Messages messages) implements DayNames {
    @Override
    public String month(int month) {
      return messages.text("chart.month." + month);
    }

    @Override
    public String day(int day, int month) {
      return messages.text("chart.day", day, month(month));
    }
  }

  @FunctionalInterface
  private interface Input extends Filter {
    @Nullable Object of(@Nullable Object value);

    @Override
    default @Nullable Object apply(
        @Nullable Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return of(input);
    }

    @Override
    default List<String> getArgumentNames() {
      return List.of();
    }
  }

  /// Arguments come under the names `0`, `1`, ….
  @FunctionalInterface
  private interface Positional extends Function {
    @Nullable Object of(Map<String, Object> args);

    @Override
    default @Nullable Object execute(
        Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
      return of(args);
    }

    @Override
    default @Nullable List<String> getArgumentNames() {
      return null;
    }
  }
}
