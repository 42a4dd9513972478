package com.example.sample;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// What an administrator sets; the suite makes the form of it.
@ObjectClassDefinition(
    name = "%settings",
    description = "%settings.about",
    localization = "OSGI-INF/l10n/sample")
@interface SampleSettings {
  @AttributeDefinition(name = "%days", description = "%days.about", min = "1", max = "3650")
  int days() default 365;
}
