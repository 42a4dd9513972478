package org.marquetry.platform.gate;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The methods of an API type that a proxy passes on, in the order that numbers them.
record ApiMethods(List<Method> methods, Map<String, Integer> numbers) {

  /// Number the instance methods of an interface. What two parents declare alike counts once; what
  /// every object has (`equals`, `hashCode`, `toString`) belongs to the proxy itself.
  static ApiMethods of(Class<?> api) {
    Map<String, Method> methods = new LinkedHashMap<>();
    for (Method method : api.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers()) && !isOfObject(method)) {
        methods.putIfAbsent(signature(method), method);
      }
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    methods.keySet().forEach(signature -> numbers.put(signature, numbers.size()));
    return new ApiMethods(List.copyOf(methods.values()), Map.copyOf(numbers));
  }

  /// Return the number of a method, which may be declared by a parent of the API type.
  int numberOf(Method method) {
    Integer number = numbers.get(signature(method));
    if (number == null) {
      throw new IllegalArgumentException("not a method of this API: " + method);
    }
    return number;
  }

  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(own ->
            own.getName().equals(method.getName())
                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  private static String signature(Method method) {
    return method.getName()
        + method.getReturnType().descriptorString()
        + Arrays.stream(method.getParameterTypes()).map(Class::descriptorString).toList();
  }
}
