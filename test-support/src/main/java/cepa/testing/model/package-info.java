/// Builds models for tests: small networks that read like a sentence, and big ones from a seed.
@NullMarked
package cepa.testing.model;

import org.jspecify.annotations.NullMarked;
