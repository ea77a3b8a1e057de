package cepa.renderer.stage;

import java.nio.charset.StandardCharsets;

/// Which shard a path belongs to: the same on every machine and for every version, since packs of
/// earlier builds are found by it.
public final class Sharding {

  private Sharding() {}

  /// @param path absolute path; a twin goes with its page, so ask for the page's
  /// @param shards number of shards, 1..
  /// @return 0 .. shards - 1
  public static int shardOf(String path, int shards) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    // FNV-1a leaves neighbours close together; this spreads every bit over all others.
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return (int) Long.remainderUnsigned(hash, shards);
  }
}
