package cepa.edge.route;

/// What stands under one path of a build.
public sealed interface Route {

  /// The path as the build spells it.
  String path();

  /// A body in a pack.
  ///
  /// @param pack digest of the pack
  /// @param offset first byte of the gzip body in the pack
  /// @param length bytes of the gzip body
  /// @param size bytes of the uncompressed body
  /// @param type media type
  /// @param sha256 lower-case hex digest of the uncompressed body
  record Body(
      String path, String pack, int offset, int length, int size, String type, String sha256)
      implements Route {}

  /// A path that leads to another one for good.
  ///
  /// @param location absolute path it leads to
  record Redirect(String path, String location) implements Route {}
}
