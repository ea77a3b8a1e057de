package cepa.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// This class uses code of a feature that is not its own, although engines know only the interface
/// of features and features nothing of their siblings.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AllowedToUseAFeature {

  /// Why.
  String value();
}
