/// What the words and figures mean, `/glossary/`, and how they are made, `/method/` and below:
/// flags, findings, rankings. All text stands in `messages.properties`; other languages are files
/// beside it. Reads no source.
@NullMarked
package cepa.renderer.pages.glossary;

import org.jspecify.annotations.NullMarked;
