package org.marquetry.platform.compute;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Compute pool",
    description = "Threads for model training and scoring")
@interface ComputeConfig {
  @AttributeDefinition(
      name = "Threads",
      description =
          "Pieces computed at a time; 0 = all cores, less one where there are more than two",
      min = "0",
      max = "1024")
  int threads() default 0;
}
