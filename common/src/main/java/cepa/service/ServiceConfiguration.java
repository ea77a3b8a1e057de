package cepa.service;

import cepa.store.ObjectStore;
import cepa.store.ObjectStores;
import cepa.store.StoreSettings;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Broker and object store, as configured under `cepa.kafka` and `cepa.store`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, StoreSettings.class})
public class ServiceConfiguration {

  @Bean
  KafkaClients kafkaClients(
      KafkaSettings settings, @Value("${spring.application.name:cepa}") String service) {
    return new KafkaClients(settings, service + "-" + ProcessHandle.current().pid());
  }

  @Bean(destroyMethod = "close")
  ObjectStore objectStore(StoreSettings settings) {
    return ObjectStores.open(settings);
  }
}
