package cepa.simulator.onionoo;

import cepa.simulator.document.DocumentWriter;
import cepa.simulator.document.Timestamps;
import java.io.IOException;
import java.io.OutputStream;

/// Writes the envelope of a document, one relay or bridge a line.
public final class OnionooDocument {

  private OnionooDocument() {}

  /// Writes the lines of an array, each with a line break before it and a comma between.
  @FunctionalInterface
  public interface Records {
    void writeTo(DocumentWriter out) throws IOException;
  }

  public static void write(OutputStream stream, long published, Records relays, Records bridges)
      throws IOException {
    DocumentWriter out = new DocumentWriter(stream);
    String time = Timestamps.text(published);
    out.text("{\"version\":\"8.0\",\n\"build_revision\":\"51a1b5e\",\n");
    out.text("\"relays_published\":\"").text(time).text("\",\n\"relays\":[");
    relays.writeTo(out);
    out.text("\n],\n\"bridges_published\":\"").text(time).text("\",\n\"bridges\":[");
    bridges.writeTo(out);
    out.text("\n]}\n");
    out.flush();
  }
}
