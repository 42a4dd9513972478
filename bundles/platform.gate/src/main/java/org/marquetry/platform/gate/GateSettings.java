package org.marquetry.platform.gate;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The gate's configuration, from framework properties because it starts before ConfigAdmin.
///
/// @param drainNanos how long a provider that leaves may finish its calls
/// @param graceNanos how long a gate waits for a successor after that
/// @param reflective whether to use reflective proxies even where a generated one works
record GateSettings(long drainNanos, long graceNanos, boolean reflective) {
  private static final String DRAIN = "marquetry.gate.drain.millis";
  private static final String GRACE = "marquetry.gate.grace.millis";
  private static final String PROXIES = "marquetry.gate.proxies";

  /// Read the framework properties.
  ///
  /// @throws IllegalArgumentException naming the property, the rule and the value
  static GateSettings from(UnaryOperator<@Nullable String> property) {
    return new GateSettings(
        nanos(DRAIN, property.apply(DRAIN), 5_000),
        nanos(GRACE, property.apply(GRACE), 2_000),
        isReflective(property.apply(PROXIES)));
  }

  private static long nanos(String name, @Nullable String value, long absent) {
    try {
      long millis = value == null ? absent : Long.parseLong(value.strip());
      if (millis >= 0 && millis <= 60_000) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(problem(name, "a whole number", value), e);
    }
    throw new IllegalArgumentException(problem(name, "between 0 and 60000", value));
  }

  private static boolean isReflective(@Nullable String value) {
    return switch (value) {
      case null -> false;
      case "generated" -> false;
      case "reflective" -> true;
      default ->
          throw new IllegalArgumentException(problem(PROXIES, "generated or reflective", value));
    };
  }

  private static String problem(String name, String rule, @Nullable String value) {
    return "framework property " + name + " must be " + rule + ", got '" + value + "'";
  }
}
