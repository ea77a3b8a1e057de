package cepa.fetcher;

import cepa.fetcher.http.HttpFetch;
import cepa.fetcher.kafka.KafkaSourceLog;
import cepa.topic.kafka.KafkaClients;
import cepa.topic.kafka.KafkaSettings;
import cepa.version.CodeVersion;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/// The fetcher's beans; import it to run the fetcher within another process. Feeds are the
/// components of that type below this package.
@Configuration(proxyBeanMethods = false)
@ComponentScan(
    useDefaultFilters = false,
    includeFilters = @Filter(type = FilterType.CUSTOM, classes = FeedComponents.class))
@ConfigurationPropertiesScan
@EnableConfigurationProperties(KafkaSettings.class)
public class FetcherConfiguration {

  private final InstantSource clock = InstantSource.system();

  /// This one is safe for several threads.
  private final RandomGenerator random = new Random();

  private final Pause pause = Thread::sleep;

  @Bean
  HttpFetch fetcherHttp(FetcherSettings settings) {
    String userAgent = settings.userAgent();
    return new HttpFetch(
        settings.connectTimeout(),
        userAgent.equals("Cepa") ? "Cepa/" + CodeVersion.current().release() : userAgent,
        new Retries(random, pause),
        clock);
  }

  @Bean
  Fetchers fetchers(
      List<Feed> feeds,
      FetcherSettings settings,
      KafkaSettings kafka,
      ObjectProvider<MeterRegistry> registry) {
    var options = new SourceFetcher.Options(settings.acceptAbsurd(), kafka.snapshotRetention());
    var metrics =
        new FetchMetrics(
            registry.getIfAvailable(io.micrometer.core.instrument.simple.SimpleMeterRegistry::new),
            clock);
    Function<Feed, SourceFetcher> fetcher =
        feed ->
            new SourceFetcher(
                feed,
                new KafkaSourceLog(
                    new KafkaClients(kafka, "fetcher-" + feed.source()), feed.source()),
                options,
                () -> new Spool(settings.spoolDirectory()),
                clock);
    return new Fetchers(
        Fetchers.enabled(feeds, settings.sources()).stream().map(fetcher).toList(), metrics);
  }

  @Bean
  FetchSchedule fetcherSchedule(Fetchers fetchers, FetcherSettings settings) {
    return new FetchSchedule(fetchers, settings.schedule(), random, pause);
  }

  @Bean
  CompositeHealthContributor fetcherSources(Fetchers fetchers) {
    return CompositeHealthContributor.fromMap(
        fetchers.all().stream()
            .collect(Collectors.toMap(f -> f.feed().source(), f -> new SourceHealth(f, clock))));
  }
}
