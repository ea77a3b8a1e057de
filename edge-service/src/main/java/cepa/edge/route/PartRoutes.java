package cepa.edge.route;

import cepa.build.ManifestPart;
import cepa.build.PageEntry;
import cepa.error.PermanentException;
import cepa.store.StoreKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The routes of one manifest part as a few arrays instead of objects: about 110 bytes a path where
/// records would take 400. Immutable; builds that share a part share its routes.
public final class PartRoutes {

  private static final int DIGEST = 32;
  private static final short NO_PACK = -1;

  /// Paths one after the other, ASCII; path `i` ends before `pathEnds[i]`.
  private final byte[] paths;

  private final int[] pathEnds;

  /// Index into `packNames`, or [#NO_PACK] for a redirect.
  private final short[] packs;

  /// Range in the pack; for a redirect the range of its location in `locations`.
  private final int[] offsets;

  private final int[] lengths;
  private final int[] sizes;
  private final byte[] types;
  private final byte[] digests;
  private final byte[] locations;
  private final List<String> packNames;
  private final List<String> typeNames;

  private PartRoutes(List<PageEntry> entries) {
    int count = entries.size();
    var pathBytes = new ByteArrayOutputStream(count * 56);
    var locationBytes = new ByteArrayOutputStream();
    var packIndex = new Index("packs", Short.MAX_VALUE);
    var typeIndex = new Index("media types", Byte.MAX_VALUE);
    pathEnds = new int[count];
    packs = new short[count];
    offsets = new int[count];
    lengths = new int[count];
    sizes = new int[count];
    types = new byte[count];
    digests = new byte[count * DIGEST];
    for (int i = 0; i < count; i++) {
      PageEntry entry = entries.get(i);
      pathBytes.writeBytes(pathBytes(entry.path()));
      pathEnds[i] = pathBytes.size();
      String location = entry.location();
      String pack = entry.pack();
      if (location != null) {
        packs[i] = NO_PACK;
        offsets[i] = locationBytes.size();
        locationBytes.writeBytes(pathBytes(location));
        lengths[i] = locationBytes.size() - offsets[i];
      } else if (pack != null) {
        packs[i] = (short) packIndex.of(pack);
        offsets[i] = Math.toIntExact(entry.offset());
        lengths[i] = entry.length();
        sizes[i] = entry.size();
        types[i] = (byte) typeIndex.of(entry.type());
        System.arraycopy(HexFormat.of().parseHex(entry.sha256()), 0, digests, i * DIGEST, DIGEST);
      } else {
        throw new PermanentException("Path " + entry.path() + " has neither a pack nor a location");
      }
    }
    paths = pathBytes.toByteArray();
    locations = locationBytes.toByteArray();
    packNames = packIndex.names();
    typeNames = typeIndex.names();
  }

  /// @throws PermanentException if the part holds what no renderer writes: a path or a location
  ///   that is not an absolute path of plain ASCII, an impossible range, a wrong digest
  public static PartRoutes of(ManifestPart part) {
    try {
      return new PartRoutes(part.pages());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new PermanentException("Manifest part is damaged: " + e.getMessage(), e);
    }
  }

  int size() {
    return pathEnds.length;
  }

  /// Bytes held in arrays.
  long bytes() {
    return paths.length + locations.length + digests.length + size() * 19L;
  }

  Route route(int i) {
    String path = path(i);
    if (packs[i] == NO_PACK) {
      return new Route.Redirect(
          path, new String(locations, offsets[i], lengths[i], StandardCharsets.US_ASCII));
    }
    return new Route.Body(
        path,
        packNames.get(packs[i]),
        offsets[i],
        lengths[i],
        sizes[i],
        typeNames.get(types[i]),
        HexFormat.of().formatHex(digests, i * DIGEST, (i + 1) * DIGEST));
  }

  String path(int i) {
    int start = start(i);
    return new String(paths, start, pathEnds[i] - start, StandardCharsets.US_ASCII);
  }

  boolean pathIs(int i, CharSequence path) {
    int start = start(i);
    if (pathEnds[i] - start != path.length()) {
      return false;
    }
    for (int k = 0; k < path.length(); k++) {
      if (paths[start + k] != path.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  boolean pathIsButForCase(int i, CharSequence path) {
    int start = start(i);
    if (pathEnds[i] - start != path.length()) {
      return false;
    }
    for (int k = 0; k < path.length(); k++) {
      if (PathHash.lower((char) paths[start + k]) != PathHash.lower(path.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  private int start(int i) {
    return i == 0 ? 0 : pathEnds[i - 1];
  }

  private static byte[] pathBytes(String path) {
    if (!isSitePath(path)) {
      throw new IllegalArgumentException("not a path of the site: " + printable(path));
    }
    return path.getBytes(StandardCharsets.US_ASCII);
  }

  /// The rule of the pages' paths: `/`, or the segments of a [StoreKey] with a slash in front, and
  /// perhaps one behind.
  private static boolean isSitePath(String path) {
    String key = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return path.equals("/") || (key.startsWith("/") && StoreKey.isValid(key.substring(1)));
  }

  private static String printable(String path) {
    return path.substring(0, Math.min(path.length(), 80)).replaceAll("[^ -~]", "?");
  }

  /// Numbers names in order of appearance.
  private static final class Index {
    private final String what;
    private final int limit;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Index(String what, int limit) {
      this.what = what;
      this.limit = limit;
    }

    int of(String name) {
      int number = numbers.computeIfAbsent(name, n -> numbers.size());
      if (number > limit) {
        throw new IllegalArgumentException("more than " + limit + " " + what + " in one part");
      }
      return number;
    }

    List<String> names() {
      return List.copyOf(new ArrayList<>(numbers.keySet()));
    }
  }
}
