package cepa.standalone.facts;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// One section of a golden file, said by the model. Stateless.
///
/// Facts are trees of maps, lists, texts, numbers, truth values, null for what is not known, and
/// [Shown] for what is shown rounded.
public interface FactsSource {

  /// Key of the only entry of a section that is one object.
  String WHOLE = "";

  /// Name of the section.
  String section();

  /// Keys of its entries; [#WHOLE] alone if the section is one object.
  Collection<String> keys(FactsInput input);

  /// The facts of one entry; null if there is none of that key.
  @Nullable Object facts(FactsInput input, String key);
}
