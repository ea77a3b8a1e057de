package cepa.renderer;

import static cepa.testing.model.Networks.aNetworkOf;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.artefact.ModelStore;
import cepa.build.BuildStore;
import cepa.build.PageEntry;
import cepa.build.RenderAssignment;
import cepa.renderer.asset.Assets;
import cepa.renderer.queue.kafka.AssignmentQueue;
import cepa.renderer.stage.Progress;
import cepa.renderer.stage.ShardRenderer;
import cepa.renderer.stage.StagedShard;
import cepa.renderer.testing.MemoryStore;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The renderer as Spring puts it together, without a broker.
class RendererConfigurationTest {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withAllowBeanDefinitionOverriding(true)
          .withUserConfiguration(RendererConfiguration.class, Surroundings.class)
          .withPropertyValues("cepa.renderer.workers=1");

  @Test
  void familyInAPackageOfItsOwn_isPartOfTheSite() {
    context.run(started -> {
      ObjectStore store = started.getBean(ObjectStore.class);
      var network = aNetworkOf(3, 1);
      new ModelStore(store).save("m", network.build(), network.parts(), Map.of());
      var assignment = new RenderAssignment("b", 0, 1, "m", null, "code");
      StagedShard staged =
          started.getBean(ShardRenderer.class).render(assignment, Progress.ignored());

      assertThat(new BuildStore(store).part(staged.result().part()).pages())
          .extracting(PageEntry::path)
          .contains("/sample/", "/sample/index.json");
    });
  }

  @Test
  void withoutABroker_itStartsAndIsUnhealthy() {
    context.run(started -> {
      assertThat(started).hasNotFailed().hasSingleBean(AssignmentQueue.class);
      assertThat(started.getBean("rendererHealth", HealthIndicator.class).health())
          .satisfies(health -> {
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(String.valueOf(health.getDetails().get("trouble"))).contains("127.0.0.1:1");
          });
    });
  }

  @Configuration(proxyBeanMethods = false)
  static class Surroundings {

    @Bean
    ObjectStore objectStore() {
      return new MemoryStore();
    }

    @Bean
    KafkaClients kafkaClients() {
      return new KafkaClients(KafkaSettings.at("127.0.0.1:1"), "test");
    }

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }

    @Bean
    Assets assets() {
      return Assets.onClassPath();
    }
  }
}
