package cepa.renderer.template;

/// What functions of templates need to know of the page being rendered.
///
/// @param prefix path of the base URL, put before every internal path; empty if it has none
/// @param fragments pieces shared by all pages of the model
/// @param out what the page is printed to
record PageScope(String prefix, Fragments fragments, Utf8Writer out) {

  /// The page this thread is rendering.
  static final ScopedValue<PageScope> CURRENT = ScopedValue.newInstance();
}
