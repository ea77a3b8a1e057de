/// What views are made of: typed, already rounded quantities, harmless text, and the rows, pages
/// and charts that several families show.
@NullMarked
package cepa.renderer.view;

import org.jspecify.annotations.NullMarked;
