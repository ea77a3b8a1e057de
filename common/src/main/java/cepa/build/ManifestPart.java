package cepa.build;

import java.util.List;

/// The pages of one shard; an immutable object `parts/<sha256 of its bytes>`, shared by builds in
/// which the shard did not change.
///
/// @param pages by path, ascending
public record ManifestPart(List<PageEntry> pages) {
  public ManifestPart {
    pages = List.copyOf(pages);
  }
}
