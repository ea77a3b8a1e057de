package cepa.edge;

/// What became of a request; the only thing kept of it, as a count.
enum Outcome {
  PAGE,
  NOT_MODIFIED,
  ASSET,
  REDIRECT,
  MISSING,
  SEARCH,
  STATUS,
  REFUSED,
  UNAVAILABLE
}
