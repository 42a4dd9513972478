package org.marquetry.platform.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// Where the suite listens.
@ObjectClassDefinition(
    name = "HTTP",
    description = "Where the suite listens for browsers and programs")
@interface PortConfig {
  @AttributeDefinition(
      name = "Host",
      description = "Address to listen on; 127.0.0.1 serves this machine only, 0.0.0.0 all")
  String host() default "127.0.0.1";

  @AttributeDefinition(name = "Port", description = "TCP port", min = "1", max = "65535")
  int port() default 8080;

  @AttributeDefinition(
      name = "Secure cookies",
      description = "true behind a proxy that speaks HTTPS to browsers")
  boolean secureCookies() default false;
}
