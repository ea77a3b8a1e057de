package cepa.fetcher.authorityhealth;

import cepa.error.PermanentException;
import cepa.fetcher.DocumentSplitter;
import cepa.fetcher.Entities;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.SpooledDocument;
import cepa.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// Splits what a round of probes found: every line is an entity. The document is of our own making
/// and small, so it is read at once.
final class ProbeSplitter implements DocumentSplitter {

  @Override
  public SplitDocument split(SpooledDocument document) {
    byte[] body = document.slice(0, Math.toIntExact(document.bytes()));
    Entities probes = new Entities();
    Instant checkedAt = Instant.MIN;
    int from = 0;
    for (int at = 0; at < body.length; at++) {
      if (body[at] == '\n') {
        Probe probe = probe(document, from, at - from);
        checkedAt = probe.checkedAt().isAfter(checkedAt) ? probe.checkedAt() : checkedAt;
        probes.add(probe.name().toLowerCase(Locale.ROOT), from, at - from);
        from = at + 1;
      }
    }
    if (probes.size() == 0 || from < body.length) {
      throw new PermanentException(
          "Document " + document.name() + " has no probes, or ends within one");
    }
    return new SplitDocument(document, checkedAt, Map.of(), probes);
  }

  private static Probe probe(SpooledDocument document, int from, int length) {
    try {
      return Json.read(document.slice(from, length), Probe.class);
    } catch (JacksonException e) {
      throw new PermanentException(
          "Document " + document.name() + " cannot be read at byte " + from, e);
    }
  }
}
