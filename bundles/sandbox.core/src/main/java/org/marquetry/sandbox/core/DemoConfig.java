package org.marquetry.sandbox.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// The operator's configuration of the made-up shop.
@ObjectClassDefinition(name = "Demo", description = "The made-up shop of the demo")
@interface DemoConfig {
  @AttributeDefinition(
      name = "Customers",
      description = "How many customers come in the 18 months",
      min = "1",
      max = "100000")
  int customers() default 3_000;

  @AttributeDefinition(name = "Seed", description = "Another seed gives another shop")
  long seed() default 1;
}
