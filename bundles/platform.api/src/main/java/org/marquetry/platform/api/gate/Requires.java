package org.marquetry.platform.api.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Name the permission that the current [Actor] must hold; the gate checks it before the provider
/// is entered.
///
/// On an interface it holds for every method; a method's own annotation wins.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
  /// A call that any bound actor may make; an actor must still be bound.
  String ANY_ACTOR = "*any-actor";

  /// Permission as `subject.verb`, for example `campaign.launch`, or [#ANY_ACTOR].
  String value();
}
