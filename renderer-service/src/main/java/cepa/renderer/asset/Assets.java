package cepa.renderer.asset;

import cepa.build.BuildStore;
import cepa.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The assets of this code, by plain file name.
public final class Assets {

  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "css", "text/css; charset=utf-8",
              "js", "text/javascript; charset=utf-8",
              "svg", "image/svg+xml",
              "png", "image/png",
              "webp", "image/webp",
              "ico", "image/x-icon",
              "woff2", "font/woff2"));
  private static final int HASH_DIGITS = 16;

  private final SortedMap<String, Asset> byName = new TreeMap<>();

  /// @param files content by plain file name, e.g. `cepa.css`
  public Assets(Map<String, byte[]> files) {
    files.forEach((name, content) -> byName.put(name, asset(name, content)));
  }

  /// Every file below `asset/` on the class path whose type is known.
  public static Assets onClassPath() {
    var resolver = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (String type : TYPES.keySet()) {
        for (Resource file : resolver.getResources("classpath*:asset/*." + type)) {
          try (InputStream in = file.getInputStream()) {
            files.put(String.valueOf(file.getFilename()), in.readAllBytes());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the assets on the class path", e);
    }
    return new Assets(files);
  }

  /// The absolute path of an asset, hash included; null if there is none of that name.
  public @Nullable String path(String name) {
    Asset asset = byName.get(name);
    return asset == null ? null : "/" + BuildStore.assetKey(asset.published());
  }

  /// Plain names, in order.
  public Collection<String> names() {
    return byName.keySet();
  }

  /// All of them, by plain name.
  public List<Asset> all() {
    return List.copyOf(byName.values());
  }

  /// Names they are published under, in order.
  public List<String> published() {
    return byName.values().stream().map(Asset::published).sorted().toList();
  }

  private static Asset asset(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String type = TYPES.get(name.substring(dot + 1));
    if (dot < 1 || type == null) {
      throw new IllegalArgumentException(
          "Asset " + name + " is of no known type; known are " + TYPES.keySet());
    }
    String hash = Sha256.hex(content).substring(0, HASH_DIGITS);
    return new Asset(name.substring(0, dot) + "." + hash + name.substring(dot), type, content);
  }

  /// A file to be published.
  ///
  /// @param published name with the hash of its content, e.g. `cepa.0123456789abcdef.css`
  /// @param type media type
  public record Asset(String published, String type, byte[] content) {}
}
