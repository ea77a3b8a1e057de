package cepa.service;

import cepa.build.BuildStore;
import cepa.error.CepaException;
import cepa.store.ObjectStore;
import cepa.store.ObjectStores;
import cepa.store.StoreSettings;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Broker and object store, as configured under `cepa.kafka` and `cepa.store`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, StoreSettings.class})
public class ServiceConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ServiceConfiguration.class);

  @Bean
  KafkaClients kafkaClients(
      KafkaSettings settings, @Value("${spring.application.name:cepa}") String service) {
    return new KafkaClients(settings, service + "-" + ProcessHandle.current().pid());
  }

  @Bean(destroyMethod = "close")
  ObjectStore objectStore(StoreSettings settings) {
    return ObjectStores.open(settings);
  }

  /// Asks the store once at the start, so that wrong credentials or a wrong address are told then
  /// and not with the first build. The service goes on: the store may come back.
  @Bean
  @ConditionalOnProperty(prefix = "cepa.store", name = "kind", havingValue = "s3")
  ApplicationListener<ApplicationStartedEvent> storeCheck(ObjectStore store) {
    return _ ->
        Thread.startVirtualThread(() -> {
          try {
            var _ = store.head(BuildStore.LIVE);
          } catch (CepaException e) {
            log.error("The object store cannot be used yet: {}", e.getMessage());
          }
        });
  }
}
