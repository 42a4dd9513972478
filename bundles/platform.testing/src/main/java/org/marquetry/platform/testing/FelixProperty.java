package org.marquetry.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One more framework property for a test class, on top of those of its [InFelix], which others may
/// share.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(FelixProperty.All.class)
public @interface FelixProperty {
  /// As `name=value`; `{test}` in the value is the simple name of the test class.
  String value();

  /// Several.
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    FelixProperty[] value();
  }
}
