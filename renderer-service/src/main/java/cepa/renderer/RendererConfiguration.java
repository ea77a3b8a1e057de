package cepa.renderer;

import cepa.artefact.ModelStore;
import cepa.renderer.asset.Assets;
import cepa.renderer.queue.EndedBuilds;
import cepa.renderer.queue.RenderMetrics;
import cepa.renderer.queue.ShardWorker;
import cepa.renderer.queue.kafka.AssignmentQueue;
import cepa.renderer.stage.ShardRenderer;
import cepa.renderer.stage.SiteCache;
import cepa.renderer.stage.Twins;
import cepa.renderer.template.SiteTemplates;
import cepa.renderer.template.TemplateConfiguration;
import cepa.store.ObjectStore;
import cepa.topic.Topics;
import cepa.topic.kafka.KafkaClients;
import cepa.version.CodeVersion;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;

/// The renderer's beans. Whoever imports it brings the object store and the Kafka clients. Page
/// families are components below `cepa.renderer.pages`; what their templates and twins need are
/// components below `cepa.renderer.view`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RendererSettings.class)
@ComponentScan({"cepa.renderer.pages", "cepa.renderer.view"})
@Import(TemplateConfiguration.class)
public class RendererConfiguration {

  @Bean
  Assets assets() {
    return Assets.onClassPath();
  }

  @Bean
  Twins twins(ObjectProvider<JacksonModule> modules) {
    return new Twins(modules.orderedStream().toList());
  }

  @Bean
  SiteCache siteCache(
      ObjectStore store, List<PageFamily> families, Assets assets, RendererSettings settings) {
    return new SiteCache(
        new ModelStore(store),
        families,
        assets,
        new SiteCache.Limits(settings.models(), settings.fragments().toBytes()));
  }

  @Bean
  ShardRenderer shardRenderer(
      ObjectStore store, SiteCache sites, Assets assets, ShardRenderer.Output output) {
    return new ShardRenderer(store, sites, assets, output);
  }

  @Bean
  ShardRenderer.Output shardOutput(
      SiteTemplates templates, Twins twins, RendererSettings settings) {
    return new ShardRenderer.Output(
        templates, twins, settings.name(), Math.toIntExact(settings.largestPage().toBytes()));
  }

  @Bean
  EndedBuilds endedBuilds() {
    return new EndedBuilds();
  }

  @Bean
  ShardWorker shardWorker(
      ShardRenderer renderer, EndedBuilds ended, MeterRegistry meters, RendererSettings settings) {
    return new ShardWorker(
        renderer,
        ended,
        new RenderMetrics(meters),
        new ShardWorker.Policy(
            settings.name(),
            CodeVersion.current().code(),
            settings.deliveries(),
            settings.lock().dividedBy(3)));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  AssignmentQueue assignmentQueue(
      KafkaClients clients, ShardWorker worker, EndedBuilds ended, RendererSettings settings) {
    String group = Topics.rendererGroup(CodeVersion.current().code());
    return new AssignmentQueue(
        clients,
        worker,
        ended,
        new AssignmentQueue.Setup(settings.workerCount(), group, settings.lock()));
  }

  @Bean
  HealthIndicator rendererHealth(AssignmentQueue queue) {
    return () -> {
      String trouble = queue.trouble();
      return trouble == null
          ? Health.up().build()
          : Health.down().withDetail("trouble", trouble).build();
    };
  }
}
