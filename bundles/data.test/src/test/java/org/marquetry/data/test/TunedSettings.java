package org.marquetry.data.test;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/// One of each kind.
@ObjectClassDefinition(name = "Tuned")
@interface TunedSettings {
  @AttributeDefinition(min = "1", max = "60")
  int seconds() default 10;

  @AttributeDefinition(options = {@Option("fast"), @Option("safe")})
  String mode() default "safe";

  String[] hosts() default {"a", "b"};

  boolean loud() default false;

  @AttributeDefinition(type = AttributeType.PASSWORD, required = false)
  String _token() default "";
}
