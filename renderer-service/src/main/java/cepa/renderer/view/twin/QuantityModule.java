package cepa.renderer.view.twin;

import cepa.renderer.view.Day;
import cepa.renderer.view.Difference;
import cepa.renderer.view.KeyedLink;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Rate;
import cepa.renderer.view.Share;
import cepa.renderer.view.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.NameTransformer;

/// Writes quantities as numbers or ISO 8601 text and puts their unit into the name of the property:
/// a component `observed` of type [Rate] becomes `"observedBitsPerSecond": 18400000`. The points of
/// charts are pairs of moment and value.
@Component
public class QuantityModule extends SimpleModule {

  public QuantityModule() {
    super("cepa-quantities");
    write(Rate.class, (rate, out) -> out.writeNumber(rate.bitsPerSecond()));
    write(Share.class, (share, out) -> out.writeNumber(share.percent()));
    write(Difference.class, (difference, out) -> out.writeNumber(difference.amount()));
    write(Moment.class, (moment, out) -> out.writeString(moment.machine()));
    write(Day.class, (day, out) -> out.writeString(day.machine()));
    write(KeyedLink.class, (link, out) -> out.writeString(link.text()));
    write(Chart.class, QuantityModule::write);
    setSerializerModifier(new UnitsInNames());
  }

  /// Points as pairs of moment, or first day, and value, without their names: charts would be a
  /// third of some twins.
  private static void write(Chart chart, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", chart.id());
    out.writeStringProperty("unit", chart.unit());
    out.writeNumberProperty("days", chart.days());
    out.writeArrayPropertyStart("points");
    for (Chart.Point point : chart.points()) {
      out.writeStartArray();
      out.writeString(chart.days() == 0 ? point.at().machine() : point.at().day().machine());
      out.writeNumber(point.value());
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private <T> void write(Class<T> type, BiConsumer<T, JsonGenerator> writer) {
    addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            writer.accept(value, out);
          }
        });
  }

  private static final class UnitsInNames extends ValueSerializerModifier {
    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config,
        BeanDescription.Supplier bean,
        List<BeanPropertyWriter> properties) {
      List<BeanPropertyWriter> named = new ArrayList<>(properties.size());
      for (BeanPropertyWriter property : properties) {
        Class<?> type = property.getType().getRawClass();
        if (type == Rate.class) {
          named.add(new RateProperty(property));
        } else if (type == Share.class) {
          named.add(new ShareProperty(property.rename(suffix("Percent"))));
        } else {
          named.add(property);
        }
      }
      return named;
    }

    private static NameTransformer suffix(String unit) {
      return NameTransformer.simpleTransformer("", unit);
    }
  }

  /// A rate, and its unit where the number alone does not tell how it is printed: what a page shows
  /// must follow from its twin, by which the engine sees whether the page changed.
  private static final class RateProperty extends BeanPropertyWriter {
    private final String unitName;

    RateProperty(BeanPropertyWriter property) {
      super(property.rename(UnitsInNames.suffix("BitsPerSecond")));
      this.unitName = property.getName() + "ShownIn";
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator out, SerializationContext context)
        throws Exception {
      super.serializeAsProperty(bean, out, context);
      if (get(bean) instanceof Rate rate && rate.outgrewItsUnit()) {
        out.writeStringProperty(unitName, rate.unit().symbol());
      }
    }
  }

  /// A share, and what it is less than if it is too small for its digits.
  private static final class ShareProperty extends BeanPropertyWriter {
    ShareProperty(BeanPropertyWriter property) {
      super(property);
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator out, SerializationContext context)
        throws Exception {
      super.serializeAsProperty(bean, out, context);
      if (get(bean) instanceof Share share && share.below()) {
        out.writeNumberProperty(getName() + "Below", share.least());
      }
    }
  }
}
