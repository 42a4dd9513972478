package org.marquetry.platform.testing;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts a framework before each test and runs the test's methods on its twin inside.
final class InFelixExtension
    implements BeforeEachCallback, ParameterResolver, InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(InFelixExtension.class);

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    InFelix wanted = wanted(test);
    Felix felix = Felix.start(properties(wanted, test.getRequiredTestClass()));
    test.getStore(NAMESPACE).put(Felix.class, new Closing(felix));
    if (wanted.bundles().length > 0) {
      felix.start(wanted.bundles());
    }
    if (wanted.api().length > 0) {
      felix.bundle("test.api").withPackagesOf(wanted.api()).exported().start();
    }
    test.getStore(NAMESPACE).put(Twin.class, Twin.of(test.getRequiredTestClass(), felix));
  }

  private static Map<String, String> properties(InFelix wanted, Class<?> type) {
    Stream<String> more =
        AnnotationSupport.findRepeatableAnnotations(type, FelixProperty.class).stream()
            .map(FelixProperty::value);
    Map<String, String> properties = new HashMap<>();
    Stream.concat(Stream.of(wanted.properties()), more)
        .forEach(property -> {
          int equals = property.indexOf('=');
          String value = property.substring(equals + 1).replace("{test}", type.getSimpleName());
          properties.put(property.substring(0, equals), value);
        });
    return properties;
  }

  private static InFelix wanted(ExtensionContext test) {
    Class<?> type = test.getRequiredTestClass();
    return AnnotationSupport.findAnnotation(type, InFelix.class)
        .orElseThrow(() ->
            new IllegalStateException(type + " must carry @InFelix itself: it cannot be nested"));
  }

  private record Closing(Felix felix) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      felix.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Felix.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return twin(test).felix();
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext test)
      throws Throwable {
    runInside(invocation, call, test);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext test)
      throws Throwable {
    runInside(invocation, call, test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext test)
      throws Throwable {
    runInside(invocation, call, test);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext test)
      throws Throwable {
    runInside(invocation, call, test);
  }

  private static void runInside(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext test)
      throws Throwable {
    invocation.skip();
    twin(test).run(call.getExecutable(), call.getArguments().toArray());
  }

  private static Twin twin(ExtensionContext test) {
    Twin twin = test.getStore(NAMESPACE).get(Twin.class, Twin.class);
    if (twin == null) {
      throw new IllegalStateException("no framework runs for " + test.getDisplayName());
    }
    return twin;
  }
}
