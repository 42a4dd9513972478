package com.example.sample;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Sample", description = "Messages by a webhook")
@interface SampleSettings {
  @AttributeDefinition(
      name = "Address",
      description = "Where messages are posted, as https://hooks.example.com/messages; empty: nowhere")
  String address() default "";

  @AttributeDefinition(
      name = "Secret",
      description = "Signs each message: whsec_ and 24 to 64 bytes in base64; the receiver has the same",
      type = AttributeType.PASSWORD)
  String secret() default "";

  @AttributeDefinition(
      name = "Seconds",
      description = "How long one message may take, with all attempts",
      min = "1",
      max = "60")
  int seconds() default 10;

  @AttributeDefinition(
      name = "Receiver inside",
      description = "Whether the receiver stands inside the own network: http and private addresses are allowed then")
  boolean inside() default false;
}
