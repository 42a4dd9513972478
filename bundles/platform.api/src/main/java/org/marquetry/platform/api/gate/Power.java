package org.marquetry.platform.api.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Name the power that a feature must declare before its bundles are handed services of this type,
/// and before what they offer under it is seen by others.
///
/// The gate keeps this for the bundles that [GateControl#limit] names: those of features that were
/// added. The suite's own are not limited. It is no sandbox: it keeps honest code to what its
/// feature declares, and code that means harm out of the easy ways only.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Power {
  /// Reads profiles, segments, events and the warehouse.
  String PROFILES_READ = "profiles.read";

  /// Sends to customers.
  String SEND = "send";

  /// Asks hosts of the network.
  String NETWORK = "network";

  /// Adds pages and parts of pages.
  String VIEWS_ADD = "views.add";

  /// Changes the suite itself: no feature that was added may.
  String SUITE = "suite";

  /// One of the constants.
  String value();
}
