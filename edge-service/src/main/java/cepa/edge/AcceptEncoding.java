package cepa.edge;

import java.util.Locale;

/// Whether a client wants a body as gzip (RFC 9110, 12.5.3).
final class AcceptEncoding {

  private static final double UNSAID = -1;

  private AcceptEncoding() {}

  /// @param header value of `Accept-Encoding`; empty if there was none
  static boolean prefersGzip(String header) {
    if (header.isEmpty()) {
      return false;
    }
    double gzip = UNSAID;
    double identity = UNSAID;
    double any = UNSAID;
    for (String element : header.toLowerCase(Locale.ROOT).split(",")) {
      int semicolon = element.indexOf(';');
      String coding = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
      double weight = semicolon < 0 ? 1 : weight(element.substring(semicolon + 1));
      switch (coding) {
        case "gzip", "x-gzip" -> gzip = weight;
        case "identity" -> identity = weight;
        case "*" -> any = weight;
        default -> {}
      }
    }
    double wanted = gzip == UNSAID ? any : gzip;
    return wanted > 0 && wanted >= identity;
  }

  /// A weight that cannot be read refuses the coding: plain text is never wrong.
  private static double weight(String parameters) {
    for (String parameter : parameters.split(";")) {
      String stripped = parameter.strip();
      if (stripped.startsWith("q=")) {
        String value = stripped.substring(2).strip();
        return value.matches("(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(value) : 0;
      }
    }
    return 1;
  }
}
