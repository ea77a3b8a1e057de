/// Sources and the quality of their data, `/sources/`: which snapshot every figure is of, how old
/// it was at the model's moment, what is missing without it. One of the few pages that hold ages.
@NullMarked
package cepa.renderer.pages.sources;

import org.jspecify.annotations.NullMarked;
