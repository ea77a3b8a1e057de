package cepa.build.flat;

import java.util.List;

/// What writing a build as files changed.
///
/// @param written files written
/// @param unchanged files that were right already
/// @param deleted files of an earlier build deleted
/// @param bytes bytes written
/// @param paths the files written, relative to the directory, ascending
public record FlatResult(int written, int unchanged, int deleted, long bytes, List<String> paths) {

  public FlatResult {
    paths = List.copyOf(paths);
  }
}
