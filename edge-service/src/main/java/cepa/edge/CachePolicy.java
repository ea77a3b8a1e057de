package cepa.edge;

/// How long a response may be kept, by class.
enum CachePolicy {
  /// Pages, twins, documents: kept, but asked for again each time; the answer is mostly 304.
  REVALIDATE("public, max-age=0, must-revalidate"),
  /// Assets: the name holds a digest of the content.
  IMMUTABLE("public, max-age=31536000, immutable"),
  REDIRECT("public, max-age=3600"),
  MISSING("public, max-age=60"),
  /// Previews, searches, status, failures.
  NEVER("no-store");

  private final String header;

  CachePolicy(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }
}
