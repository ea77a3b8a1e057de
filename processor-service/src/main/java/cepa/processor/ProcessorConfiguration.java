package cepa.processor;

import cepa.processor.build.Processor;
import cepa.processor.build.ProcessorFactory;
import cepa.processor.build.ProcessorFactory.Surroundings;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import cepa.version.CodeVersion;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The processor's beans. Whoever imports it brings the object store and the Kafka clients.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorSettings.class)
@ComponentScan({"cepa.processor.source", "cepa.processor.analysis"})
public class ProcessorConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  Processor processor(
      List<SourceReader<?>> readers,
      List<Analysis<?>> analyses,
      KafkaClients clients,
      ObjectStore objects,
      ProcessorSettings settings,
      ObjectProvider<MeterRegistry> meters) {
    return new ProcessorFactory(readers, analyses)
        .processor(
            clients,
            objects,
            settings,
            CodeVersion.current().code(),
            new Surroundings(
                InstantSource.system(), meters.getIfAvailable(SimpleMeterRegistry::new)));
  }

  @Bean
  HealthIndicator processorHealth(Processor processor) {
    return () -> {
      String trouble = processor.trouble();
      return trouble == null
          ? Health.up().build()
          : Health.down().withDetail("trouble", trouble).build();
    };
  }
}
