package org.marquetry.data.sources;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// Where files may be taken from.
@ObjectClassDefinition(name = "Sources", description = "Folders that sources may read")
@interface SourcesConfig {
  @AttributeDefinition(
      name = "Folders",
      description = "A source reads these and what lies below; empty: the folder inbox of the home")
  String[] folders() default {};
}
