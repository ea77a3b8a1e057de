package cepa.build.flat;

import cepa.build.BuildManifest;
import cepa.build.PageEntry;
import cepa.build.flat.FlatFile.Content;
import cepa.build.flat.FlatFile.Stage;
import cepa.digest.Sha256;
import cepa.error.PermanentException;
import cepa.store.StoreKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which files a build makes, by name.
final class FlatPlan {

  private static final String INDEX = "index.html";

  private final BuildManifest manifest;
  private final RedirectPage redirects;
  private final SortedMap<String, FlatFile> files = new TreeMap<>();

  FlatPlan(BuildManifest manifest) {
    this.manifest = manifest;
    redirects = new RedirectPage(manifest.plan().pathPrefix());
  }

  /// A digest of all that decides the files: equal content, equal files.
  String content() {
    List<String> all = new ArrayList<>(manifest.parts());
    all.addAll(manifest.assets());
    all.add(Sha256.hex(redirects.to("/")));
    return Sha256.hex(all);
  }

  void add(PageEntry entry) {
    String location = entry.location();
    if (location == null) {
      String name = name(entry.path());
      add(
          new FlatFile(
              name,
              stage(entry.path(), entry.family()),
              entry.sha256(),
              entry.size(),
              new Content.Packed(entry)));
    } else {
      add(bytes(redirectName(entry.path()), Stage.INNER, redirects.to(location)));
    }
  }

  void addAsset(String key, byte[] body) {
    add(bytes(key, Stage.ASSET, body));
  }

  /// By name, ascending.
  Collection<FlatFile> files() {
    return files.values();
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  private void add(FlatFile file) {
    if (files.putIfAbsent(file.name(), file) != null) {
      throw new PermanentException(
          "Two paths of the build make the same file " + file.name() + "; change one of them");
    }
  }

  private static FlatFile bytes(String name, Stage stage, byte[] bytes) {
    return new FlatFile(name, stage, Sha256.hex(bytes), bytes.length, new Content.Bytes(bytes));
  }

  private Stage stage(String path, String family) {
    if (path.equals("/") || path.equals("/index.json")) {
      return Stage.HOME;
    }
    if (path.endsWith(".xml") || path.equals("/robots.txt")) {
      return Stage.SITEMAP;
    }
    if (manifest.objects().containsKey(family)) {
      return Stage.OBJECT;
    }
    return path.indexOf('/', 1) < 0 ? Stage.TOP : Stage.INNER;
  }

  private static String redirectName(String path) {
    boolean file = path.endsWith("/") || path.endsWith(".html");
    return name(file ? path : path + "/");
  }

  private static String name(String path) {
    String absolute = path.endsWith("/") ? path + INDEX : path;
    if (!absolute.startsWith("/")) {
      throw new PermanentException("The build has a path that does not begin with /");
    }
    return StoreKey.require(absolute.substring(1));
  }
}
