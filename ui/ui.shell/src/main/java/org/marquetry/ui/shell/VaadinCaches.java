package org.marquetry.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/// Make Vaadin forget the classes of a bundle that is gone: its static caches would hold the class
/// loader for ever.
///
/// Two of them have no API and are reached by reflection; a test fails when an update of Vaadin
/// renames them.
final class VaadinCaches {
  private VaadinCaches() {}

  static void forget(ClassLoader gone) {
    ReflectionCache.clearAll();
    drop((Collection<?>) read(UIInternals.class, "warnedAboutDeps"), gone);
    ((Map<?, ?>) read(ComponentUtil.class, "tagToComponentsMap"))
        .values()
        .forEach(set -> drop((Collection<?>) set, gone));
  }

  private static void drop(Collection<?> classes, ClassLoader gone) {
    classes.removeIf(type -> gone.equals(((Class<?>) type).getClassLoader()));
  }

  private static Object read(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this version of Vaadin keeps its caches elsewhere: " + owner.getName() + "." + name, e);
    }
  }
}
