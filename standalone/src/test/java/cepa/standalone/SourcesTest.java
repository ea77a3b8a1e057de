package cepa.standalone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.processor.SourceReader;
import cepa.processor.SourceReader.AgeLimits;
import cepa.simulator.SimulatedSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/// A source has parts in several modules, none of which knows the others: here they are seen
/// together.
class SourcesTest {

  private static final String SETTINGS = "cepa.fetcher.";

  @Test
  void everySource_hasItsPartsInAllModules() {
    Set<String> fetched = fetched().keySet();

    assertThat(readers().keySet()).isEqualTo(fetched);
    assertThat(simulated()).isEqualTo(fetched);
    assertThat(fetched)
        .allSatisfy(
            source -> assertThat(Path.of("..", "docs", "sources", source + ".md")).isRegularFile());
  }

  /// The fetcher's health speaks of data now, a model's sources of data then: while the fetcher
  /// calls them fresh no model may call them stale, and while they are usable none may drop them.
  @Test
  void processor_isNeverStricterThanTheFetcher() {
    Map<String, AgeLimits> readers = readers();

    fetched()
        .forEach((source, fetcher) -> {
          AgeLimits own = readers.getOrDefault(source, new AgeLimits(Duration.ZERO, Duration.ZERO));
          assertThat(own.stale()).as(source).isGreaterThanOrEqualTo(fetcher.stale());
          assertThat(own.unusable()).as(source).isGreaterThanOrEqualTo(fetcher.unusable());
        });
  }

  /// Limits of age by default, by source.
  private static Map<String, AgeLimits> fetched() {
    Map<String, AgeLimits> fetched = new TreeMap<>();
    var binder =
        new Binder(
            List.of(new MapConfigurationPropertySource()),
            null,
            ApplicationConversionService.getSharedInstance());
    for (Class<?> settings :
        find("cepa.fetcher", new AnnotationTypeFilter(ConfigurationProperties.class))) {
      String prefix =
          Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value();
      if (prefix.startsWith(SETTINGS)) {
        Object bound = binder.bindOrCreate(prefix, settings);
        fetched.put(
            prefix.substring(SETTINGS.length()),
            new AgeLimits(duration(bound, "freshFor"), duration(bound, "usableFor")));
      }
    }
    return fetched;
  }

  private static Duration duration(Object settings, String name) {
    try {
      return (Duration) settings.getClass().getMethod(name).invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(settings.getClass() + " does not say " + name, e);
    }
  }

  private static Map<String, AgeLimits> readers() {
    return find("cepa.processor.source", new AssignableTypeFilter(SourceReader.class)).stream()
        .map(type -> (SourceReader<?>) BeanUtils.instantiateClass(type))
        .collect(toMap(SourceReader::source, SourceReader::limits));
  }

  private static Set<String> simulated() {
    return find("cepa.simulator", new AssignableTypeFilter(SimulatedSource.class)).stream()
        .map(type -> ((SimulatedSource) BeanUtils.instantiateClass(type)).id())
        .collect(Collectors.toSet());
  }

  private static List<Class<?>> find(String root, TypeFilter filter) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(filter);
    return scanner.findCandidateComponents(root).stream()
        .map(component -> Objects.requireNonNull(component.getBeanClassName()))
        .sorted()
        .<Class<?>>map(SourcesTest::type)
        .toList();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }
}
