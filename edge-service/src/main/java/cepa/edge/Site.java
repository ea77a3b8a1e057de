package cepa.edge;

import cepa.build.BuildManifest;
import cepa.edge.route.RouteTable;

/// One finished build, ready to be served.
///
/// @param manifest what the build says of itself
/// @param routes all its paths
record Site(BuildManifest manifest, RouteTable routes) {

  String build() {
    return manifest.build();
  }

  /// What every link of the build begins with; empty at the root.
  String prefix() {
    return manifest.plan().pathPrefix();
  }
}
