package cepa.edge;

import cepa.build.BuildStore;
import cepa.store.ObjectStore;
import cepa.topic.kafka.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The edge as beans. Needs an [ObjectStore]; takes [KafkaClients] and a [MeterRegistry] if there
/// are any. Other processes import it; the port is [EdgeServer#port].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
public class EdgeConfiguration {

  @Bean
  SiteLoader edgeSiteLoader(ObjectStore store) {
    return new SiteLoader(new BuildStore(store));
  }

  @Bean
  LiveSite edgeLiveSite(ObjectStore store, SiteLoader loader) {
    return new LiveSite(store, loader, InstantSource.system());
  }

  @Bean
  PackCache edgePackCache(ObjectStore store, EdgeProperties properties) {
    return new PackCache(store, properties.cache());
  }

  @Bean
  SourceStatuses edgeSourceStatuses(ObjectProvider<KafkaClients> clients) {
    return new SourceStatuses(clients.getIfUnique());
  }

  @Bean
  EdgeHealth edgeHealthIndicator(LiveSite live) {
    return new EdgeHealth(live);
  }

  @Bean
  EdgeMetrics edgeMetrics(ObjectProvider<MeterRegistry> registry, LiveSite live, PackCache packs) {
    return new EdgeMetrics(registry.getIfUnique(SimpleMeterRegistry::new), live, packs);
  }

  @Bean
  EdgeServer edgeServer(
      EdgeProperties properties,
      ObjectStore store,
      SiteLoader loader,
      LiveSite live,
      PackCache packs,
      SourceStatuses statuses,
      EdgeMetrics metrics) {
    var pages = new SmallPages(live::prefix);
    var sender = new PageSender(packs, pages, properties, live::prefix);
    return new EdgeServer(
        properties,
        new EdgeParts(
            live,
            new Previews(loader, properties),
            sender,
            new Assets(store, pages),
            new SearchSender(new SiteSearch(sender), pages),
            pages,
            statuses,
            metrics,
            InstantSource.system()));
  }
}
