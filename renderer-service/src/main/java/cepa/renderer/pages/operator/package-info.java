/// An operator, `/contact/<key>/`, and `/<domain>/` where relays prove the domain: who they are,
/// what they give, how it is spread, the relays. Relays without a contact have such a page, too,
/// and are no operator. Reads onionoo details, AROI validation and, for a column of the table,
/// onionoo uptime.
@NullMarked
package cepa.renderer.pages.operator;

import org.jspecify.annotations.NullMarked;
