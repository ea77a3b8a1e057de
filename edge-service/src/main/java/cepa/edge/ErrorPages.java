package cepa.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// The page of an error that the server itself found, such as a malformed request: nothing of the
/// request, nothing of the server.
final class ErrorPages extends ErrorReportValve {

  private final SmallPages pages;

  ErrorPages(SmallPages pages) {
    this.pages = pages;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    // A status the servlet set by itself is no error of the server, with or without a body.
    if (!response.isError() || response.getContentWritten() > 0 || response.isCommitted()) {
      return;
    }
    byte[] page =
        status < 500
            ? pages.message("Bad request", "This request cannot be answered.")
            : pages.message("Something went wrong", "Please try again in a moment.");
    try {
      response.setHeader("Cache-Control", CachePolicy.NEVER.header());
      response.setContentType("text/html");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setContentLength(page.length);
      var out = response.getReporter();
      if (out != null) {
        out.write(new String(page, StandardCharsets.UTF_8));
        response.finishResponse();
      }
    } catch (IOException e) {
      container.getLogger().debug("The client has gone", e);
    }
  }
}
