@NullMarked
package cepa.renderer.pages.glossary;

import org.jspecify.annotations.NullMarked;
