package cepa.bench.flat;

/// Which family of pages a file belongs to, by its path alone.
public final class Families {

  private Families() {}

  /// The first directory, `home` for the first page, the name of other files at the top; below
  /// `misc` also what is listed there, whatever order or part it is; `domain` for operators'
  /// domains.
  ///
  /// @param name path relative to the site
  public static String of(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return name.startsWith("index.") ? "home" : stem(name);
    }
    String first = name.substring(0, slash);
    if (first.equals("misc")) {
      return "misc/" + listing(name.substring(slash + 1));
    }
    return first.indexOf('.') >= 0 ? "domain" : first;
  }

  private static String listing(String rest) {
    int slash = rest.indexOf('/');
    String name = stem(slash < 0 ? rest : rest.substring(0, slash));
    int by = name.indexOf("-by-");
    return by < 0 ? name : name.substring(0, by);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
