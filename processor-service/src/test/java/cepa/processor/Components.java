package cepa.processor;

import cepa.model.History;
import cepa.model.SiteSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// All readers and analyses there are, found as the service finds them.
public record Components(List<SourceReader<?>> readers, List<Analysis<?>> analyses) {

  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Components all() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.scan("cepa.processor.source", "cepa.processor.analysis");
      context.refresh();
      List readers = List.copyOf(context.getBeansOfType(SourceReader.class).values());
      List analyses = List.copyOf(context.getBeansOfType(Analysis.class).values());
      return new Components(readers, analyses);
    }
  }

  /// An engine of all analyses.
  public AnalysisEngine engine() {
    Set<Class<?>> given = new HashSet<>(Set.of(Inputs.class, SiteSettings.class, History.class));
    readers.forEach(reader -> given.add(reader.makes()));
    return new AnalysisEngine(analyses, given);
  }
}
