package cepa.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What goes wrong. Shares are of the bytes of the body, 0..1.
public sealed interface FaultAction {

  /// Answers with an HTTP status and a short text.
  ///
  /// @param retryAfter sent as `Retry-After`; null: not sent
  record Status(int code, @Nullable Duration retryAfter) implements FaultAction {
    public Status {
      if (code < 300 || code > 599) {
        throw new IllegalArgumentException("A faulty status is 300 to 599, not " + code);
      }
    }

    public Status(int code) {
      this(code, null);
    }
  }

  /// Waits before a normal answer.
  record Delay(Duration before) implements FaultAction {}

  /// Sends a part of the body, stays silent, then sends the rest.
  record Stall(Duration silence, double after) implements FaultAction {
    public Stall {
      checkShare(after);
    }
  }

  /// Never answers; closes the connection after this time.
  record Hang(Duration silence) implements FaultAction {}

  /// Resets the connection instead of an answer.
  record Reset() implements FaultAction {}

  /// Promises the full length and closes after a part.
  record Truncate(double share) implements FaultAction {
    public Truncate {
      checkShare(share);
    }
  }

  /// Sends a part with an honest length: what arrives is complete and broken.
  record Cut(double share) implements FaultAction {
    public Cut {
      checkShare(share);
    }
  }

  /// Sends slowly.
  record Drip(long bytesPerSecond) implements FaultAction {
    public Drip {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("A drip needs at least 1 byte per second");
      }
    }
  }

  /// Sends an error page of HTML as if it were the document.
  record Garbage() implements FaultAction {}

  /// Sends a well-formed document that cannot be true.
  record Absurd(Absurdity kind) implements FaultAction {}

  /// Sends the document under another content type.
  record WrongType(String contentType) implements FaultAction {}

  /// Says 304 whatever was asked.
  record NotModified() implements FaultAction {}

  private static void checkShare(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("A share is 0 to below 1, not " + share);
    }
  }
}
