package org.marquetry.platform.gate;

import java.util.Set;

/// The class loader of one generated class: sees the API through the API's own loader and the two
/// gate classes that the generated code calls through this bundle's.
final class ProxyLoader extends ClassLoader {
  private static final Set<String> OURS = Set.of(Gate.class.getName(), Call.class.getName());

  ProxyLoader(Class<?> api) {
    super("gate-of-" + api.getSimpleName(), api.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (OURS.contains(name)) {
      return Gate.class.getName().equals(name) ? Gate.class : Call.class;
    }
    return super.loadClass(name, resolve);
  }

  Class<?> define(byte[] bytes) {
    return defineClass(null, bytes, 0, bytes.length);
  }
}
