package cepa.standalone.facts;

import org.jspecify.annotations.Nullable;

/// Where a golden file and the model differ.
///
/// @param section section of the golden file
/// @param key entry within the section
/// @param path path of the value within the entry
/// @param golden what the golden file has there
/// @param ours what the model has there; null also if it has nothing
public record Place(
    String section, String key, String path, @Nullable Object golden, @Nullable Object ours) {

  /// What patterns of fields are matched against: no entry can be named.
  public String field() {
    return field(section, path);
  }

  static String field(String section, String path) {
    return section + "/" + path;
  }

  @Override
  public String toString() {
    return section
        + (key.isEmpty() ? "" : "/" + key)
        + "/"
        + path
        + ": golden "
        + golden
        + ", ours "
        + (ours instanceof Shown shown ? shown.text() : ours);
  }
}
