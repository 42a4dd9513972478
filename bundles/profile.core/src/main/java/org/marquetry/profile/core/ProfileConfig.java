package org.marquetry.profile.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Profiles",
    description = "How customers' value and affinities are computed")
@interface ProfileConfig {
  @AttributeDefinition(
      name = "Days ahead",
      description = "Time ahead that expected purchases and lifetime value cover",
      min = "1",
      max = "3650")
  int days_ahead() default 365;

  @AttributeDefinition(
      name = "Discount",
      description = "Yearly discount of future money, 0.1 = 10 percent",
      min = "0",
      max = "1")
  double discount() default 0.1;

  @AttributeDefinition(
      name = "Interval level",
      description = "Coverage of the lifetime value's prediction interval",
      min = "0.5",
      max = "0.99")
  double level() default 0.8;

  @AttributeDefinition(
      name = "Draws",
      description = "Simulated futures for the interval",
      min = "20",
      max = "100000")
  int draws() default 400;

  @AttributeDefinition(name = "Seed", description = "Seed of the simulation")
  long seed() default 1;

  @AttributeDefinition(
      name = "Half-life",
      description = "Days after which an event counts half for affinities",
      min = "1",
      max = "3650")
  int half_life_days() default 180;

  @AttributeDefinition(
      name = "Shrinkage",
      description = "Fresh purchases after which a customer's own affinities outweigh the shop's",
      min = "0.01",
      max = "1000")
  double shrinkage() default 3;
}
