package cepa.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Puts the security headers on every response, those included that never reach the servlet.
final class SecurityHeaders extends ValveBase {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
          + " payment=(), usb=()";

  private final Duration hsts;

  /// @param hsts how long browsers must use TLS; zero: not said
  SecurityHeaders(Duration hsts) {
    super(true);
    this.hsts = hsts;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Operators of relays shall not learn which pages their visitors come from.
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
    if (hsts.isPositive()) {
      response.setHeader("Strict-Transport-Security", "max-age=" + hsts.toSeconds());
    }
    getNext().invoke(request, response);
  }
}
