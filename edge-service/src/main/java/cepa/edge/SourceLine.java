package cepa.edge;

import cepa.topic.SourceStatus;

/// A source in a few words, for a reader who waits.
final class SourceLine {

  private SourceLine() {}

  static String of(SourceStatus status) {
    String state =
        switch (status.outcome()) {
          case PUBLISHED, UNCHANGED -> "is here";
          case QUARANTINED -> "waits for a decision";
          case FAILED -> status.snapshot() == null ? "is awaited" : "failed last, kept from before";
        };
    return status.source() + " " + state;
  }
}
