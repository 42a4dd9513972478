package org.marquetry.platform.api.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Limit how long a call may take; when it has passed, the gate interrupts the calling thread.
///
/// The interrupt stops what blocks, not what computes: computing code checks for cancellation
/// itself.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TimeLimit {
  /// Longest duration of one call, in milliseconds, at least 1.
  long millis();
}
