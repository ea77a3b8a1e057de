/// An operator, `/contact/<key>/`, and `/<domain>/` where relays prove the domain: who they are,
/// what they give and did, how it is spread, and all of each relay. Relays without a contact have
/// such a page, too, and are no operator. Reads onionoo details, uptime and bandwidth, AROI
/// validation and, for families by key, server descriptors.
@NullMarked
package cepa.renderer.pages.operator;

import org.jspecify.annotations.NullMarked;
