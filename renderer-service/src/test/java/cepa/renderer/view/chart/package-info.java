@NullMarked
package cepa.renderer.view.chart;

import org.jspecify.annotations.NullMarked;
