package org.marquetry.platform.api.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/// Mark a component as a provider: its service carries `marquetry.provider=<name>` and goes behind
/// a gate.
///
/// Two versions of one provider have the same name and the same `service.ranking`.
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Provider {
  /// Prefix of the service property.
  String PREFIX_ = "marquetry.";

  /// Name of the provider, unique for each API interface: the part of the bundle's name after the
  /// subject.
  String value();
}
