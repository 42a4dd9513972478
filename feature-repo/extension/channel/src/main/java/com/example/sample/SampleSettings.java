package com.example.sample;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Sample", description = "Messages by a webhook")
@interface SampleSettings {
  @AttributeDefinition(name = "Address", description = "Where messages are posted; empty: nowhere")
  String address() default "";

  @AttributeDefinition(name = "Seconds", description = "How long an answer may take", min = "1", max = "60")
  int seconds() default 10;
}
