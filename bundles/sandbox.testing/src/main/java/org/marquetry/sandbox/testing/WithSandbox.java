package org.marquetry.sandbox.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Let a test take a [SandboxShop]: as a parameter of the test, of a method that runs before or
/// after it, or of the constructor. Tests that ask for the same shop get the same one, which is
/// made once; it cannot be changed.
///
/// The past ends on 1 June 2026; currency and zone are the yuan and Shanghai's.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandboxExtension.class)
public @interface WithSandbox {
  /// Another seed gives other numbers, with the same truth.
  long seed() default 1;

  /// How many customers come in 540 days, 1 to 20,000; 2,000 make about 100 thousand events.
  int customers() default 2_000;

  /// How many products there are, 16 to 50,000.
  int products() default 300;
}
