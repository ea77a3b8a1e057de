package cepa.processor.analysis.validation;

import cepa.model.validation.FailureKind;
import cepa.model.validation.RelayValidation.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the validator's error text apart (sources 6.2; A-25 and sources D-12): each segment is
/// known by its fixed beginning; what a URL or a host name holds never decides anything.
final class Failures {

  private static final int LONGEST_DETAIL = 300;

  /// Only where a segment is known to begin: the words of a library may hold the separator too.
  private static final Pattern SEPARATOR =
      Pattern.compile("; (?=Fingerprint not found in |Failed to fetch |\\d{3} )");

  private static final Pattern NOT_LISTED = beginning("fingerprint not found(?: in (\\S+)$)?");
  private static final Pattern STATUS = beginning("(\\d{3})\\b(?:.*? for (\\S+)$)?");
  private static final Pattern HTTP_ERROR = beginning("http error\\b");
  private static final Pattern FETCH = beginning("failed to fetch (\\S+?):? (.*)$");
  private static final Pattern LOOKUP = beginning("dns lookup\\b(?: failed: )?(.*)$");
  private static final Pattern RECORD =
      beginning("(?:dns txt\\b|txt record\\b|invalid proof content in dns txt record)");
  private static final Pattern MISMATCH = beginning("fingerprint (?:mismatch|does not match)");

  /// A name with a dot in it, or a path: nothing that these hold may be taken for a word.
  private static final Pattern NAMES =
      Pattern.compile("(?<!\\S)(?:\\S*[\\w-]\\.[\\w-]\\S*|\\S*/\\S*)");

  private Failures() {}

  private static Pattern beginning(String pattern) {
    return Pattern.compile("^" + pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /// What went wrong, in the order of the text; failures of one kind that differ in their places
  /// only are one.
  static List<Failure> parse(String error) {
    Map<Failure, List<String>> merged = new LinkedHashMap<>();
    for (String segment : SEPARATOR.split(error)) {
      Failure failure = segment(segment.strip());
      merged
          .computeIfAbsent(
              new Failure(failure.kind(), List.of(), failure.detail()), _ -> new ArrayList<>())
          .addAll(failure.places());
    }
    return merged.entrySet().stream()
        .map(e -> new Failure(e.getKey().kind(), e.getValue(), e.getKey().detail()))
        .toList();
  }

  /// The kind that names the whole: of several the one that comes first in [FailureKind].
  static Failure leading(List<Failure> failures) {
    Failure leading = failures.getFirst();
    for (Failure failure : failures) {
      if (failure.kind().compareTo(leading.kind()) < 0) {
        leading = failure;
      }
    }
    return leading;
  }

  /// Whether a domain speaks of its relays but not of this one (relay-model 12.2).
  static boolean isUnauthorized(List<Failure> failures) {
    boolean unlisted = false;
    for (Failure failure : failures) {
      switch (failure.kind()) {
        case URI_FINGERPRINT_FILE_NOT_FOUND, URI_PROOF_FILE_NOT_FOUND -> {
          return false;
        }
        case URI_CONNECTION_ERROR -> {
          if (failure.detail() != null && HTTP_ERROR.matcher(failure.detail()).find()) {
            return false;
          }
        }
        case URI_FINGERPRINT_NOT_LISTED -> unlisted = true;
        case DNS_RECORD_NOT_FOUND ->
            unlisted |=
                failure.detail() != null
                    && failure.detail().toLowerCase(Locale.ROOT).contains("not found");
        default -> {}
      }
    }
    return unlisted;
  }

  private static Failure segment(String text) {
    Matcher match = NOT_LISTED.matcher(text);
    if (match.find()) {
      return failure(FailureKind.URI_FINGERPRINT_NOT_LISTED, match.group(1), null);
    }
    match = STATUS.matcher(text);
    if (match.find()) {
      return failure(
          status(match.group(1), match.group(2)), match.group(2), statusLine(text, match));
    }
    if (HTTP_ERROR.matcher(text).find()) {
      return failure(FailureKind.URI_CONNECTION_ERROR, null, text);
    }
    match = FETCH.matcher(text);
    if (match.find() && match.group(1).contains("://")) {
      FailureKind kind = web(words(match.group(2)));
      return failure(
          kind == null ? FailureKind.URI_CONNECTION_ERROR : kind, match.group(1), match.group(2));
    }
    match = LOOKUP.matcher(text);
    if (match.find()) {
      return failure(lookup(words(match.group(1))), null, match.group(1));
    }
    if (RECORD.matcher(text).find()) {
      String words = words(text);
      boolean missing = words.contains("not found") || words.contains("missing");
      return failure(
          missing ? FailureKind.DNS_RECORD_NOT_FOUND : FailureKind.DNS_RECORD_ERROR, null, text);
    }
    if (MISMATCH.matcher(text).find()) {
      boolean web = text.contains("http") || text.contains("URI");
      return failure(
          web ? FailureKind.URI_FINGERPRINT_MISMATCH : FailureKind.DNS_FINGERPRINT_MISMATCH,
          null,
          text);
    }
    return failure(other(words(text)), null, text);
  }

  private static FailureKind status(String status, @Nullable String place) {
    return switch (status) {
      // The validator fetches one file only, and says which.
      case "404" ->
          place == null
              ? FailureKind.URI_PROOF_FILE_NOT_FOUND
              : FailureKind.URI_FINGERPRINT_FILE_NOT_FOUND;
      case "403" -> FailureKind.URI_FORBIDDEN;
      default -> FailureKind.URI_CONNECTION_ERROR;
    };
  }

  /// The status alone: places are told apart from it.
  private static String statusLine(String text, Matcher match) {
    return match.group(2) == null ? text : text.substring(0, text.lastIndexOf(" for "));
  }

  private static FailureKind lookup(String words) {
    if (words.contains("nxdomain")
        || words.contains("no such domain")
        || words.contains("query name does not exist")) {
      return FailureKind.DNS_NAME_UNKNOWN;
    } else if (words.contains("servfail")) {
      return FailureKind.DNS_SERVER_FAILURE;
    }
    return words.contains("does not contain an answer")
        ? FailureKind.DNS_RECORD_NOT_FOUND
        : FailureKind.DNS_LOOKUP_FAILED;
  }

  private static FailureKind other(String words) {
    FailureKind kind = lookup(words);
    if (kind != FailureKind.DNS_LOOKUP_FAILED) {
      return kind;
    }
    FailureKind web = web(words);
    if (web != null) {
      return web;
    }
    return words.startsWith("failed to fetch")
        ? FailureKind.URI_CONNECTION_ERROR
        : FailureKind.OTHER;
  }

  /// What a client of the web complains of, in the reference's order; null if of nothing known.
  private static @Nullable FailureKind web(String words) {
    if (words.contains("sslv3_alert_handshake_failure")) {
      return FailureKind.URI_OLD_HANDSHAKE_FAILED;
    } else if (words.contains("ssl") && words.contains("handshake")) {
      return words.contains("alert")
          ? FailureKind.URI_OLD_HANDSHAKE_FAILED
          : FailureKind.URI_HANDSHAKE_FAILED;
    } else if (words.contains("ssl") && words.contains("alert")) {
      return FailureKind.URI_HANDSHAKE_FAILED;
    } else if (words.contains("certificate")) {
      return FailureKind.URI_CERTIFICATE;
    } else if (words.contains("forbidden")) {
      return FailureKind.URI_FORBIDDEN;
    } else if (words.contains("refused")) {
      return FailureKind.URI_CONNECTION_REFUSED;
    } else if (words.contains("timeout") || words.contains("timed out")) {
      return FailureKind.URI_TIMEOUT;
    } else if (words.contains("max retries exceeded")) {
      return FailureKind.URI_UNREACHABLE;
    }
    return words.contains("name or service not known") || words.contains("nameresolutionerror")
        ? FailureKind.URI_NAME_UNKNOWN
        : null;
  }

  /// The words of a text, lower case, without names and paths.
  private static String words(String text) {
    return NAMES.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private static Failure failure(
      FailureKind kind, @Nullable String place, @Nullable String detail) {
    return new Failure(
        kind,
        place == null ? List.of() : List.of(cut(place)),
        detail == null || detail.isBlank() ? null : cut(detail.strip()));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_DETAIL) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST_DETAIL - 1));
    return text.substring(0, pair ? LONGEST_DETAIL - 1 : LONGEST_DETAIL);
  }
}
