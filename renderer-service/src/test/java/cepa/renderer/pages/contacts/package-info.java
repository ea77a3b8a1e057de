@NullMarked
package cepa.renderer.pages.contacts;

import org.jspecify.annotations.NullMarked;
