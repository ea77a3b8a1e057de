/// Stylesheets, scripts and images: on the class path below `asset/`, published under names that
/// hold the hash of their content.
@NullMarked
package cepa.renderer.asset;

import org.jspecify.annotations.NullMarked;
