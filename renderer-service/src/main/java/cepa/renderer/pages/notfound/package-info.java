/// What a reader sees where no page is: `/404.html`, and `/404-relay.html` for relays that left.
@NullMarked
package cepa.renderer.pages.notfound;

import org.jspecify.annotations.NullMarked;
