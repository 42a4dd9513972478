package org.marquetry.channel.outbox;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Channel: outbox",
    description = "Mails as files in a folder instead of sending them")
@interface OutboxConfig {
  @AttributeDefinition(name = "Folder", description = "Empty: the folder outbox of the home")
  String folder() default "";

  @AttributeDefinition(name = "Sender's name", description = "As the reader sees it")
  String from_name() default "Marquetry";

  @AttributeDefinition(name = "Sender's address", description = "A mail address")
  String from_address() default "shop@shop.invalid";
}
