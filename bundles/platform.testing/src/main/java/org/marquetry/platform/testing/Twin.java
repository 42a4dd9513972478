package org.marquetry.platform.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/// The test's class once more, loaded from a bundle of the framework.
///
/// @param felix the framework as that bundle sees it
record Twin(Object instance, Felix felix) {

  /// @param content a bundle with the class
  static Twin of(Class<?> testClass, Felix felix, TestBundle content)
      throws ReflectiveOperationException {
    Bundle bundle = content.importing(Felix.class).header("-dsannotations", "").start();
    Constructor<?> constructor = bundle.loadClass(testClass.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return new Twin(constructor.newInstance(), felix.as(bundle));
  }

  void run(Method method, Object... arguments) throws Throwable {
    Method inside = find(method);
    inside.setAccessible(true);
    try {
      inside.invoke(instance, arguments);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNullElse(e.getCause(), e);
    }
  }

  private Method find(Method method) {
    return Stream.<Class<?>>iterate(
            instance.getClass(), Objects::nonNull, type -> type.getSuperclass())
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(m -> signature(m).equals(signature(method)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in the framework's copy: " + method));
  }

  /// Types may differ by loader, so they are compared by name.
  private static String signature(Method method) {
    return method.getName() + Stream.of(method.getParameterTypes()).map(Class::getName).toList();
  }
}
