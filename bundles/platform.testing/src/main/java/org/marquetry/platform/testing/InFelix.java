package org.marquetry.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Run each test method of a class in a fresh Felix, inside a bundle that holds the class's
/// package.
///
/// Declarative services and ConfigAdmin are there; [#bundles] come next, in this order. Test,
/// before-each and after-each methods may take a [Felix]. Nested classes are not run inside. Tests
/// with the same bundles share an annotation of their own that carries this one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InFelixExtension.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface InFelix {
  /// Symbolic names of bundles on the class path to install and start before the test's own bundle.
  String[] bundles() default {};

  /// Framework properties, each as `name=value`; `{test}` in a value is the simple name of the test
  /// class.
  String[] properties() default {};

  /// Classes whose packages an API bundle of its own exports, for API that only the test has.
  Class<?>[] api() default {};
}
