package org.marquetry.platform.net;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Hosts that extensions ask",
    description = "Where requests of extensions may go beside the public internet")
@interface NetConfig {
  @AttributeDefinition(
      name = "Inside",
      description =
          "Hosts of the own network that extensions may ask, also by http, where their feature"
              + " declares them: names or addresses as they stand in the address asked for")
  String[] inside() default {};
}
