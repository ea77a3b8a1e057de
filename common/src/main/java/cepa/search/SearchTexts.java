package cepa.search;

/// What is said about an answer, in the language of the site: the index brings it, so that whoever
/// answers from it needs no words of its own.
///
/// @param refused of a query that may not be asked
/// @param nothing where nothing was found
/// @param pages name of the links to other pages; `{0}` stands for the kind of hits
/// @param page which page it is; `{0}` stands for its number, `{1}` for how many there are
/// @param previous of the link to the page before; likewise next
public record SearchTexts(
    String refused, String nothing, String pages, String page, String previous, String next) {

  public String pages(String kind) {
    return pages.replace("{0}", kind);
  }

  public String page(int number, int of) {
    return page.replace("{0}", Integer.toString(number)).replace("{1}", Integer.toString(of));
  }
}
