package cepa.standalone;

import cepa.edge.EdgeConfiguration;
import cepa.fetcher.FetcherConfiguration;
import cepa.processor.ProcessorConfiguration;
import cepa.renderer.RendererConfiguration;
import cepa.service.ServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All services in one context; the command decides which of them run.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ServiceConfiguration.class)
public class StandaloneConfiguration {

  /// Fetches, unless `cepa.standalone.fetcher` is false.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "cepa.standalone.fetcher", matchIfMissing = true)
  @Import(FetcherConfiguration.class)
  static class Fetching {}

  /// Plans and renders, always.
  @Configuration(proxyBeanMethods = false)
  @Import({ProcessorConfiguration.class, RendererConfiguration.class})
  static class Building {}

  /// Serves, unless `cepa.standalone.edge` is false.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "cepa.standalone.edge", matchIfMissing = true)
  @Import(EdgeConfiguration.class)
  static class Serving {}
}
