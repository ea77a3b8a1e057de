package cepa.renderer.view.operator;

import cepa.model.Contact;
import cepa.model.Relay;
import cepa.model.operator.Operator;
import cepa.model.operator.Operators;
import cepa.renderer.Link;
import cepa.renderer.PageContext;
import cepa.renderer.view.DisplayText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What operators are called, short enough for a table, with a link to each. Made once a model.
public final class OperatorNames {

  /// Characters of a name in a table or a list.
  private static final int SHORT = 28;

  /// Digits of the key that stand for a name if there is none.
  private static final int KEY = 8;

  private final Map<String, Link> links;

  private OperatorNames(Map<String, Link> links) {
    this.links = Map.copyOf(links);
  }

  /// The names of the context's model, made at first use.
  public static OperatorNames of(PageContext context) {
    return context.data().shared(OperatorNames.class, () -> make(context));
  }

  private static OperatorNames make(PageContext context) {
    Map<String, Link> links = new HashMap<>();
    for (Operator operator : context.part(Operators.class).operators()) {
      if (!operator.key().equals(Contact.NOBODY)) {
        String name = name(operator, SHORT);
        links.put(operator.key(), context.links().to("operator", operator.key(), name));
      }
    }
    return new OperatorNames(links);
  }

  /// What an operator is called.
  ///
  /// @param cap most characters
  public static String name(Operator operator, int cap) {
    return DisplayText.lineOr(operator.name().text(), cap, operator.key().substring(0, KEY));
  }

  /// The operator of that key; null if it is nobody.
  public @Nullable Link link(String key) {
    return links.get(key);
  }

  /// The operator of a relay; null if its contact names nobody.
  public @Nullable Link link(Relay relay) {
    return link(relay.contact().operator());
  }
}
