package cepa.build;

import org.jspecify.annotations.Nullable;

/// One path of the site: a body in a pack, or a redirect.
///
/// @param path absolute path as in the URL: `/`, `/relay/<FP>/`, `/relay/<FP>/index.json`,
///   `/404.html`
/// @param family page family it belongs to
/// @param pack digest of the pack, the name of the object `packs/<digest>`; null for a redirect
/// @param offset first byte of the compressed body in the pack
/// @param length bytes of the compressed body (gzip)
/// @param sha256 lower-case hex digest of the uncompressed body; for a redirect of its target
/// @param size bytes of the uncompressed body; 0 for a redirect
/// @param type media type; empty for a redirect
/// @param stamp input stamp: digest of the view it was made of
/// @param location path it redirects to; null for a body
public record PageEntry(
    String path,
    String family,
    @Nullable String pack,
    long offset,
    int length,
    String sha256,
    int size,
    String type,
    String stamp,
    @Nullable String location) {

  public boolean isRedirect() {
    return location != null;
  }
}
