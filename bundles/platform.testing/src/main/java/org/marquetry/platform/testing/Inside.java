package org.marquetry.platform.testing;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Runs the methods of a test on its twin inside a framework; says which one.
public abstract class Inside
    implements BeforeEachCallback, ParameterResolver, InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(Inside.class);

  /// Begin what one test runs in; what is to be closed goes into its store.
  protected abstract Felix begin(ExtensionContext test) throws Exception;

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    Felix felix = begin(test);
    TestBundle content = fill(felix.bundle("test.inside"), test.getRequiredTestClass());
    test.getStore(NAMESPACE).put(Twin.class, Twin.of(test.getRequiredTestClass(), felix, content));
  }

  /// Put the test's class, and what it uses of its own project, into the bundle that it runs in.
  protected TestBundle fill(TestBundle bundle, Class<?> testClass) {
    return bundle.withPackagesOf(testClass);
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

  /// The framework that a test runs in, as the test's bundle sees it.
  protected static Felix felix(ExtensionContext test) {
    return twin(test).felix();
  }

  private static Twin twin(ExtensionContext test) {
    Twin twin = test.getStore(NAMESPACE).get(Twin.class, Twin.class);
    if (twin == null) {
      throw new IllegalStateException("no framework runs for " + test.getDisplayName());
    }
    return twin;
  }
}
