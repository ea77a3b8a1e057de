/// What every service starts with: its clients of broker and object store from configuration.
@NullMarked
package cepa.service;

import org.jspecify.annotations.NullMarked;
