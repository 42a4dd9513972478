package org.marquetry.platform.time;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// The operator's configuration of the shop's zone.
@ObjectClassDefinition(name = "Time", description = "Where the shop's days begin")
@interface ZoneConfig {
  @AttributeDefinition(
      name = "Zone",
      description =
          "IANA name of the shop's time zone, such as Asia/Shanghai; empty: the machine's")
  String zone() default "";
}
