package cepa.processor.analysis.rarity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Which countries count as rare is a judgement, so an installation may bring its own.
///
/// @param tables JSON file in the form of `countries.json` beside this class, read at start; null
///   for that one
@ConfigurationProperties("cepa.processor.rarity")
public record RaritySettings(@Nullable Path tables) {}
