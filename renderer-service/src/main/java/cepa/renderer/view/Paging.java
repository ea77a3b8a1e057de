package cepa.renderer.view;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Which part of a long table a page shows, and where the other parts are.
///
/// @param number of this page, from 1
/// @param pages how many there are, at least 1
/// @param from first row shown, from 1; 0 if there is none
/// @param to last row shown
/// @param total rows of the whole table
/// @param first path of the first page; null on it
/// @param previous path of the page before; null on the first
/// @param next path of the page after; null on the last
/// @param last path of the last page; null on it
public record Paging(
    int number,
    int pages,
    int from,
    int to,
    int total,
    @Nullable String first,
    @Nullable String previous,
    @Nullable String next,
    @Nullable String last) {

  /// Rows a page holds, so that no page grows beyond its budget.
  public static final int ROWS = 500;

  /// How many pages a table of so many rows takes.
  public static int pages(int total) {
    return Math.max(1, Math.ceilDiv(total, ROWS));
  }

  /// @param path where the page of a number is
  public static Paging of(int total, int number, IntFunction<String> path) {
    int pages = pages(total);
    int to = Math.min(total, number * ROWS);
    return new Paging(
        number,
        pages,
        Math.min(to, (number - 1) * ROWS + 1),
        to,
        total,
        number > 1 ? path.apply(1) : null,
        number > 1 ? path.apply(number - 1) : null,
        number < pages ? path.apply(number + 1) : null,
        number < pages ? path.apply(pages) : null);
  }

  /// The first page of a table whose others stand elsewhere.
  public static Paging firstOf(int total) {
    int to = Math.min(total, ROWS);
    return new Paging(1, 1, Math.min(to, 1), to, total, null, null, null, null);
  }

  /// The rows of this page.
  public <T> List<T> rows(List<T> all) {
    return all.subList(from == 0 ? 0 : from - 1, to);
  }
}
