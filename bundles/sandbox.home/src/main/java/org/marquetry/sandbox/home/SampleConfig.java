package org.marquetry.sandbox.home;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// The operator's configuration of the made-up shop that is started beside this one.
@ObjectClassDefinition(
    name = "Sample shop",
    description = "The made-up shop that is started beside a shop of one's own")
@interface SampleConfig {
  @AttributeDefinition(
      name = "Home",
      description = "Its folder; empty: .marquetry-demo in the user's own, as the command has it")
  String home() default "";

  @AttributeDefinition(
      name = "Port",
      description = "The first port that is tried for it; health is one higher",
      min = "1024",
      max = "65000")
  int port() default 8090;
}
