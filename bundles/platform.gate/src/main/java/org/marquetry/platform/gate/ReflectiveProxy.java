package org.marquetry.platform.gate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The short way to a proxy; several times slower per call than [GeneratedProxy].
final class ReflectiveProxy implements InvocationHandler {
  private final Gate gate;
  private final ApiMethods methods;

  private ReflectiveProxy(Gate gate, ApiMethods methods) {
    this.gate = gate;
    this.methods = methods;
  }

  static ProxyFactory factoryFor(Class<?> api, ApiMethods methods) {
    return gate ->
        Proxy.newProxyInstance(
            api.getClassLoader(), new Class<?>[] {api}, new ReflectiveProxy(gate, methods));
  }

  @Override
  public @Nullable Object invoke(
      Object self, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return method.getDeclaringClass() == Object.class
        ? own(self, method, arguments)
        : forward(gate.enter(methods.numberOf(method)), method, arguments);
  }

  private static @Nullable Object forward(
      Call call, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    @Nullable Object result;
    try {
      result = method.invoke(call.service(), arguments);
    } catch (InvocationTargetException e) {
      throw call.failed(Objects.requireNonNullElse(e.getCause(), e));
    } catch (IllegalAccessException | RuntimeException e) {
      throw call.failed(e);
    }
    call.leave();
    return result;
  }

  @SuppressWarnings("ReferenceEquality") // identity is what equals means here
  private Object own(Object self, Method method, @Nullable Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> gate.toString();
    };
  }
}
