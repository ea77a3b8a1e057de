package cepa.edge.route;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The routing rules: exact path first, then other spellings of it, then nothing.
public final class Router {

  public static final String NOT_FOUND = "/404.html";
  public static final String RELAY_NOT_FOUND = "/404-relay.html";

  private static final String INDEX = "index.html";
  private static final Pattern RELAY = Pattern.compile("/relay/[0-9A-Fa-f]{40}/?");
  private static final Pattern BARE_AS = Pattern.compile("/as/(\\d{1,10})/?");

  private Router() {}

  /// @param path decoded by [RequestPath]
  public static Decision decide(RouteTable table, String path) {
    switch (table.find(path)) {
      case Route.Body body -> {
        return new Decision.Send(body, isErrorPage(path) ? 404 : 200);
      }
      case Route.Redirect redirect -> {
        return new Decision.Move(301, redirect.location());
      }
      case null -> {}
    }
    String spelled = otherSpelling(table, path);
    if (spelled != null) {
      return new Decision.Move(308, spelled);
    }
    return new Decision.Missing(RELAY.matcher(path).matches() ? RELAY_NOT_FOUND : NOT_FOUND);
  }

  private static @Nullable String otherSpelling(RouteTable table, String path) {
    String wanted = path.endsWith("/" + INDEX) ? cut(path, INDEX.length()) : path;
    if (wanted.endsWith("/")) {
      return spelling(table, wanted);
    }
    String file = spelling(table, wanted);
    return file != null ? file : spelling(table, wanted + "/");
  }

  private static @Nullable String spelling(RouteTable table, String path) {
    if (table.has(path)) {
      return path;
    }
    String inOtherCase = table.inOtherCase(path);
    if (inOtherCase != null) {
      return inOtherCase;
    }
    var as = BARE_AS.matcher(path);
    String network = as.matches() ? "/as/AS" + as.group(1) + "/" : null;
    return network != null && table.has(network) ? network : null;
  }

  private static boolean isErrorPage(String path) {
    return path.equals(NOT_FOUND) || path.equals(RELAY_NOT_FOUND);
  }

  private static String cut(String text, int tail) {
    return text.substring(0, text.length() - tail);
  }
}
