package org.marquetry.sandbox.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Run the test methods of a class in a whole suite, inside a bundle that holds the class: the
/// suite holds the shop of [WithSandbox], or one of 200 customers, and its clock stands at the
/// shop's today. Tests that ask for the same suite share one; it ends with the run.
///
/// Methods may take the [org.marquetry.platform.testing.Felix], which finds services as the test's
/// bundle sees them, and a [org.marquetry.platform.testing.Client] at the suite's HTTP door. They
/// see the types of API packages; the classes of an extension, which its bundle keeps to itself,
/// they do not.
///
/// Two system properties say where things are, each set by the parent of partners' projects:
/// `marquetry.repository`, the suite's features, and `marquetry.extension`, the jar of a bundle to
/// start in it, if there is one. The run comes after the jar: `mvn verify` runs classes named
/// `*IT`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InSuiteExtension.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface InSuite {
  /// The feature that is started, with all that it needs; one of these is `ui`.
  String feature() default "suite";

  /// Classes of the test's own that run inside with it, with the classes nested in them.
  Class<?>[] helpers() default {};
}
