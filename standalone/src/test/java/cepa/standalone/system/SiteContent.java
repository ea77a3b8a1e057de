package cepa.standalone.system;

import cepa.build.BuildManifest;
import cepa.build.BuildStore;
import java.util.Map;
import java.util.TreeMap;

/// What readers get from a build: the digest of the bytes at each path.
final class SiteContent {

  private SiteContent() {}

  static Map<String, String> of(BuildStore builds, String build) {
    BuildManifest manifest = builds.manifest(build).orElseThrow();
    Map<String, String> content = new TreeMap<>();
    manifest
        .parts()
        .forEach(part -> builds.part(part).pages().forEach(p -> content.put(p.path(), p.sha256())));
    return content;
  }
}
