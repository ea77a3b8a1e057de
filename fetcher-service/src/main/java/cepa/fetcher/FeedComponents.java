package cepa.fetcher;

import java.io.IOException;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;

/// Finds feeds, and only those, below this package: a process that imports the fetcher must not get
/// its application class as well.
final class FeedComponents implements TypeFilter {

  private final TypeFilter feeds = new AssignableTypeFilter(Feed.class);

  @Override
  public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
    return type.getAnnotationMetadata().hasAnnotation(Component.class.getName())
        && feeds.match(type, types);
  }
}
