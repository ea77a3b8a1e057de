package cepa.renderer.template;

import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes from Pebble what would let text out unescaped: the filter `raw` and the tag `autoescape`.
final class OnlyEscaped extends ExtensionCustomizer {

  OnlyEscaped(Extension delegate) {
    super(delegate);
  }

  @Override
  public Map<String, Filter> getFilters() {
    Map<String, Filter> filters = super.getFilters();
    if (filters == null || !filters.containsKey("raw")) {
      return filters;
    }
    Map<String, Filter> allowed = new HashMap<>(filters);
    allowed.remove("raw");
    return allowed;
  }

  @Override
  public List<TokenParser> getTokenParsers() {
    List<TokenParser> parsers = super.getTokenParsers();
    return parsers == null
        ? parsers
        : parsers.stream().filter(parser -> !parser.getTag().equals("autoescape")).toList();
  }
}
