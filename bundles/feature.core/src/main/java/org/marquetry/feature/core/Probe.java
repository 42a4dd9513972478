package org.marquetry.feature.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/// Checks that a started bundle works: every service that its manifest promises is there and can be
/// got, but those that wait for the operator ([Waiting]).
///
/// Components are registered before they are activated, so only getting a service shows that it can
/// be activated. What was got is held until [#release], so that consumers find it active.
final class Probe {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PAUSE_MILLIS = 5;

  private final BundleContext context;
  private final Waiting waiting;
  private final List<ServiceReference<?>> held = new ArrayList<>();

  Probe(BundleContext context) {
    this.context = context;
    this.waiting = new Waiting(context);
  }

  /// Wait for the services of a bundle and get each.
  ///
  /// @throws FeatureException if one does not come within 5 s or cannot be activated
  void check(Bundle bundle) {
    Set<String> promised = promised(bundle);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Set<String> missing = new HashSet<>(promised);
      missing.removeAll(types(bundle));
      if (!missing.isEmpty()) {
        missing.removeAll(waiting.of(bundle));
      }
      if (missing.isEmpty()) {
        break;
      }
      if (System.nanoTime() > end) {
        throw new FeatureException(
            Reason.NOT_WORKING,
            new Words(
                name(bundle) + " 没有在 5 秒内注册 " + missing + "；它的组件缺少所需的内容",
                name(bundle)
                    + " did not register "
                    + missing
                    + " within 5 s; its components lack something"));
      }
      pause();
    }
    for (ServiceReference<?> reference : references(bundle)) {
      held.add(reference);
      if (context.getService(reference) == null) {
        List<String> types = List.of((String[]) reference.getProperty("objectClass"));
        throw new FeatureException(
            Reason.NOT_WORKING,
            new Words(
                name(bundle) + " 无法激活 " + types + "；原因见系统日志",
                name(bundle) + " cannot activate " + types + "; the log says why"));
      }
    }
  }

  static Set<String> promised(Bundle bundle) {
    Set<String> types = new HashSet<>();
    for (BundleCapability capability :
        bundle.adapt(BundleRevision.class).getDeclaredCapabilities("osgi.service")) {
      if (capability.getAttributes().get("objectClass") instanceof List<?> list)
        list.forEach(type -> types.add(String.valueOf(type)));
      else types.add(String.valueOf(capability.getAttributes().get("objectClass")));
    }
    return types;
  }

  static Set<String> types(Bundle bundle) {
    Set<String> types = new HashSet<>();
    for (ServiceReference<?> reference : references(bundle))
      types.addAll(List.of((String[]) reference.getProperty("objectClass")));
    return types;
  }

  static List<ServiceReference<?>> references(Bundle bundle) {
    ServiceReference<?>[] references = bundle.getRegisteredServices();
    return references == null ? List.of() : List.of(references);
  }

  private static void pause() {
    try {
      boolean _ = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeatureException(
          Reason.FAILED, new Words("等待服务时被中断", "interrupted while waiting for services"), e);
    }
  }

  /// What is said when a bundle does not start.
  static FeatureException notStarting(Bundle bundle, BundleException e) {
    return new FeatureException(
        Reason.NOT_WORKING,
        new Words(
            name(bundle) + " 无法启动：" + e.getMessage(),
            name(bundle) + " does not start: " + e.getMessage()),
        e);
  }

  static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  /// Let go of what was got.
  void release() {
    held.forEach(context::ungetService);
    held.clear();
  }
}
