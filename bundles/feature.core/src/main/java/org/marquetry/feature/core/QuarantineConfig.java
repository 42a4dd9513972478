package org.marquetry.feature.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// When a bundle has failed often enough.
@ObjectClassDefinition(
    name = "Quarantine",
    description = "When a bundle of an installed feature is kept from running")
@interface QuarantineConfig {
  @AttributeDefinition(
      name = "Seconds",
      description = "How often the bundles are looked at",
      min = "1",
      max = "3600")
  int seconds() default 60;

  @AttributeDefinition(
      name = "Strikes",
      description =
          "After how many bad looks, one after the other, a bundle is held; bad: it does not run, or half of at least ten calls since the last look failed",
      min = "1",
      max = "100")
  int strikes() default 3;
}
