/// The one JSON mapper of all services, with the domain types' text forms.
@NullMarked
package cepa.json;

import org.jspecify.annotations.NullMarked;
