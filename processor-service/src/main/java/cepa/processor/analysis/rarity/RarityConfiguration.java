package cepa.processor.analysis.rarity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the tables once.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RaritySettings.class)
class RarityConfiguration {

  @Bean
  RarityTables rarityTables(RaritySettings settings) {
    return RarityTables.load(settings.tables());
  }
}
