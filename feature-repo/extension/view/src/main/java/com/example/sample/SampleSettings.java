package com.example.sample;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Sample", description = "Notes about customers")
@interface SampleSettings {
  @AttributeDefinition(name = "Days", description = "How long a note is kept", min = "1")
  int days() default 365;
}
