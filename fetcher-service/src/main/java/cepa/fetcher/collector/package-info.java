/// What all sources from CollecTor have in common: a directory of files that never change, listed
/// on a page, and documents made of lines.
///
/// ```
///  page ──► Listing ──► Selection ──► Transfers ──► DocumentSplitter ──► Downloaded
///           only names  which files   what is not   Lines, Records:      kept and split
///           of a known  count now     kept, a few   slices, never the    documents
///           form                      at a time     whole in memory
/// ```
@NullMarked
package cepa.fetcher.collector;

import org.jspecify.annotations.NullMarked;
