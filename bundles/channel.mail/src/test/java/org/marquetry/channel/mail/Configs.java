package org.marquetry.channel.mail;

import java.lang.reflect.Proxy;
import java.util.Map;

/// A configuration as the framework gives it: what is set, and the defaults of its type.
final class Configs {
  private Configs() {}

  static <T> T of(Class<T> type, Map<String, Object> set) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
