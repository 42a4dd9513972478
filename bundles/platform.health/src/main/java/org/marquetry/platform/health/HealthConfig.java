package org.marquetry.platform.health;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// Where health and figures are shown.
@ObjectClassDefinition(
    name = "Health",
    description = "Where health and figures are shown to monitoring programs")
@interface HealthConfig {
  @AttributeDefinition(
      name = "Host",
      description = "Address to listen on; no key is asked for, so keep it inside")
  String host() default "127.0.0.1";

  @AttributeDefinition(
      name = "Port",
      description = "TCP port; 0 = the port of platform.http + 1",
      min = "0",
      max = "65535")
  int port() default 0;
}
