package org.marquetry.recommend.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Recommendations",
    description = "How the suite learns what to recommend by itself")
@interface RecommendConfig {
  @AttributeDefinition(
      name = "Algorithm",
      description =
          "The trainer that is asked after a start and when the events grew: ials (matrix"
              + " factorisation), knn, llr (had together), ease, sequence, popular, or blend, which learns how much each"
              + " of them should say and takes as long as all of them, twice")
  String algorithm() default "ials";
}
