/// Charts: the data that views hold, and how they are drawn as SVG.
@NullMarked
package cepa.renderer.view.chart;

import org.jspecify.annotations.NullMarked;
