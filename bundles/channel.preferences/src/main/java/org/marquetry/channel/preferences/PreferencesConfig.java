package org.marquetry.channel.preferences;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/// Where readers reach the suite.
@ObjectClassDefinition(
    name = "Unsubscribe links",
    description = "Where the page is on which people end messages")
@interface PreferencesConfig {
  @AttributeDefinition(
      name = "Public address",
      description =
          "Where readers of messages reach the suite, for example https://news.shop.example; must"
              + " be https, so that one click ends messages; empty: the address that this machine"
              + " reaches it by")
  String address() default "";
}
