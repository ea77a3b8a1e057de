/// The listing of operators, `/misc/contacts-by-<sort>.html`: whoever left a contact, in all orders
/// that say something. Reads onionoo details, AROI validation and onionoo bandwidth.
@NullMarked
package cepa.renderer.pages.contacts;

import org.jspecify.annotations.NullMarked;
