package org.marquetry.sandbox.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// The operator's configuration of the synthetic shop.
@ObjectClassDefinition(name = "Sandbox", description = "The synthetic shop")
@interface SandboxConfig {
  @AttributeDefinition(
      name = "Customers",
      description = "How many customers come in the 18 months of its past",
      min = "1",
      max = "1000000")
  int customers() default 20_000;

  @AttributeDefinition(
      name = "Products",
      description = "How many products the catalogue has",
      min = "16",
      max = "50000")
  int products() default 2_000;

  @AttributeDefinition(
      name = "Seed",
      description = "Another seed gives other numbers, with the same truth")
  long seed() default 1;
}
