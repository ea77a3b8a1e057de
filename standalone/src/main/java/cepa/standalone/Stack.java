package cepa.standalone;

import cepa.standalone.broker.kafka.EmbeddedBroker;
import cepa.standalone.instance.DataDirectory;
import cepa.standalone.instance.DataDirectory.Instance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Broker and services running in this process on one data directory.
public final class Stack implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final ConfigurableApplicationContext services;

  private Stack(EmbeddedBroker broker, ConfigurableApplicationContext services) {
    this.broker = broker;
    this.services = services;
  }

  /// Starts everything; what fails on the way is stopped again.
  ///
  /// @param properties configuration, stronger than environment and files
  public static Stack start(DataDirectory data, Map<String, String> properties) {
    EmbeddedBroker broker = EmbeddedBroker.start(data.log());
    try {
      Map<String, Object> all = new TreeMap<>(properties);
      all.put("cepa.kafka.bootstrap-servers", broker.bootstrapServers());
      all.put("cepa.store.kind", "directory");
      all.put("cepa.store.directory", data.store().toAbsolutePath().toString());
      all.put("cepa.fetcher.spool-directory", data.spool().toAbsolutePath().toString());
      ConfigurableApplicationContext services =
          new SpringApplicationBuilder(StandaloneConfiguration.class)
              .properties("spring.config.name=cepa-standalone")
              .bannerMode(Banner.Mode.OFF)
              .web(WebApplicationType.NONE)
              .registerShutdownHook(false)
              .logStartupInfo(false)
              .initializers(context ->
                  context
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(new org.springframework.core.env.MapPropertySource("command", all)))
              .run();
      data.announce(new Instance(ProcessHandle.current().pid(), broker.bootstrapServers(), null));
      return new Stack(broker, services);
    } catch (RuntimeException | Error e) {
      broker.close();
      throw e;
    }
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /// A service's bean.
  public <T> T get(Class<T> type) {
    return services.getBean(type);
  }

  /// A service's beans of a type.
  public <T> List<T> all(Class<T> type) {
    return List.copyOf(services.getBeansOfType(type).values());
  }

  @Override
  public void close() {
    services.close();
    broker.close();
  }
}
