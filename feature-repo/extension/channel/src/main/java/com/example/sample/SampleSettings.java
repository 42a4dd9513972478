package com.example.sample;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// What an administrator sets; the suite makes the form of it.
@ObjectClassDefinition(
    name = "%settings",
    description = "%settings.about",
    localization = "OSGI-INF/l10n/sample")
@interface SampleSettings {
  @AttributeDefinition(name = "%address", description = "%address.about")
  String address() default "";

  /// Its key is `.secret`, so that it does not become a property of the service.
  @AttributeDefinition(
      name = "%secret",
      description = "%secret.about",
      type = AttributeType.PASSWORD)
  String _secret() default "";

  @AttributeDefinition(name = "%seconds", description = "%seconds.about", min = "1", max = "60")
  int seconds() default 10;
}
