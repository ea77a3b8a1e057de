package cepa.simulator;

import cepa.simulator.fault.Absurdity;
import cepa.simulator.fault.FaultAction;
import cepa.simulator.http.HttpConnection;
import cepa.simulator.http.HttpRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers requests for documents and listings, or shows the fault that is due.
final class DocumentHandler {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final byte[] GARBAGE =
      "<html><body><h1>Service temporarily overloaded</h1></body></html>\n"
          .getBytes(StandardCharsets.UTF_8);

  private final UpstreamSimulator simulator;
  private final Spool spool;
  private final Listings listings;
  private final String salt;

  DocumentHandler(UpstreamSimulator simulator, Spool spool, String salt) {
    this.simulator = simulator;
    this.spool = spool;
    this.salt = salt;
    this.listings = new Listings(spool);
  }

  void handle(HttpRequest request, HttpConnection connection) throws IOException {
    String path = simulator.sources().withoutService(request.path());
    simulator.count(path);
    Answer answer = new Answer(request, connection);
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      answer.text(405, "Only GET and HEAD are answered here\n");
      return;
    }
    FaultAction fault = simulator.faults().hit(path).orElse(null);
    switch (fault) {
      case FaultAction.Status status -> failed(answer, status);
      case FaultAction.Hang hang -> {
        connection.pause(hang.silence());
        connection.close();
      }
      case FaultAction.Reset _ -> connection.reset();
      case FaultAction.Delay delay -> {
        connection.pause(delay.before());
        document(path, null, answer);
      }
      case null, default -> document(path, fault, answer);
    }
  }

  private static void failed(Answer answer, FaultAction.Status status) throws IOException {
    if (status.retryAfter() != null) {
      answer.header("Retry-After", Long.toString(status.retryAfter().toSeconds()));
    }
    answer.text(status.code(), "A fault shown on purpose\n");
  }

  private void document(String path, @Nullable FaultAction fault, Answer answer)
      throws IOException {
    SimulatedMoment moment = simulator.moment();
    Optional<SimulatedDocument> found = simulator.sources().document(moment, path);
    if (found.isEmpty()) {
      found = listings.at(path, simulator.sources().documents(moment));
    }
    if (found.isEmpty()) {
      answer.text(404, "No such document at tick " + moment.tick() + "\n");
      return;
    }
    SimulatedDocument document = found.get();
    if (fault instanceof FaultAction.Absurd(Absurdity kind)) {
      document = absurd(document, moment, kind);
    }
    String etag =
        "\""
            + salt
            + "-"
            + Integer.toHexString(document.path().hashCode())
            + "-"
            + document.version()
            + "\"";
    answer.header("Last-Modified", httpDate(document.modified()));
    answer.header("Cache-Control", "public, max-age=300");
    answer.header("Vary", "Accept-Encoding");
    boolean gzip = answer.request().acceptsGzip();
    answer.header("ETag", gzip ? etag.replaceFirst("\"$", "-gzip\"") : etag);
    if (fault instanceof FaultAction.NotModified || unchanged(answer.request(), document, etag)) {
      answer.empty(304);
      return;
    }
    if (fault instanceof FaultAction.Garbage) {
      answer.bytes(200, document.contentType(), GARBAGE);
      return;
    }
    if (gzip) {
      answer.header("Content-Encoding", "gzip");
    }
    String type =
        fault instanceof FaultAction.WrongType(String other) ? other : document.contentType();
    try (FileChannel bytes = spool.open(document, gzip)) {
      answer.file(type, bytes, BodyPlan.of(fault, bytes.size()));
    }
  }

  /// The document as it would be if the network were absurd, seemingly newer than the good one.
  private SimulatedDocument absurd(
      SimulatedDocument document, SimulatedMoment moment, Absurdity kind) {
    SimulatedMoment absurd =
        new SimulatedMoment(moment.network(), moment.tick(), moment.edits(), kind);
    SimulatedDocument same = simulator.sources().document(absurd, document.path()).orElse(document);
    return new SimulatedDocument(
        same.path(),
        same.contentType(),
        document.modified() + 1,
        document.version() + "-" + kind,
        same.body());
  }

  /// An entity tag goes before a date, as the HTTP specification wants it.
  private static boolean unchanged(HttpRequest request, SimulatedDocument document, String etag) {
    Optional<String> tags = request.header("If-None-Match");
    if (tags.isPresent()) {
      String bare = etag.substring(0, etag.length() - 1);
      return tags.get().equals("*")
          || tags.get().contains(etag)
          || tags.get().contains(bare + "-gzip\"");
    }
    return request
        .header("If-Modified-Since")
        .map(since -> !Instant.ofEpochSecond(document.modified()).isAfter(instant(since)))
        .orElse(false);
  }

  private static Instant instant(String httpDate) {
    try {
      return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException _) {
      return Instant.MIN; // a date nobody understands is no condition
    }
  }

  private static String httpDate(long epochSecond) {
    return HTTP_DATE.format(Instant.ofEpochSecond(epochSecond));
  }
}
