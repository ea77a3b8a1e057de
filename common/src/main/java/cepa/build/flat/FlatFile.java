package cepa.build.flat;

import cepa.build.PageEntry;

/// One file of the site.
///
/// @param name path relative to the directory, `/` between segments
/// @param stage when it is written
/// @param sha256 lower-case hex digest of its bytes
/// @param size its bytes
/// @param content where they come from
record FlatFile(String name, Stage stage, String sha256, long size, Content content) {

  /// Files of a stage are all there before the first of the next one is touched, so that what is
  /// linked is there before what links to it.
  enum Stage {
    ASSET,
    /// Pages of objects the model counts: what everything else links to.
    OBJECT,
    /// Other pages below the top: parts of listings, redirects.
    INNER,
    /// Other pages at the top.
    TOP,
    HOME,
    /// What tells robots to come.
    SITEMAP
  }

  /// Where the bytes of a file come from.
  sealed interface Content {
    /// Bytes at hand: assets and redirects.
    record Bytes(byte[] bytes) implements Content {}

    /// A compressed body in a pack.
    record Packed(PageEntry entry) implements Content {}
  }
}
