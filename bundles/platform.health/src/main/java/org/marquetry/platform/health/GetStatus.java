package org.marquetry.platform.health;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /status`: how the suite is.
@Provider("status")
@Component
public final class GetStatus implements Operation {
  private final BundleContext context;
  private final Checks checks;

  @Activate
  public GetStatus(BundleContext context, @Reference Checks checks) {
    this.context = context;
    this.checks = checks;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get("/status", "Say how the suite is", SuiteStatus.class, "system.read");
  }

  @Override
  public Answer handle(Request request) {
    Report report = checks.look();
    var runtime = ManagementFactory.getRuntimeMXBean();
    return Answer.ok(
        new SuiteStatus(
            context.getBundle().getVersion().toString(),
            runtime.getPid(),
            Instant.ofEpochMilli(runtime.getStartTime()),
            report.status().name(),
            report.ready(),
            bundles(),
            report.findings().values().stream()
                .map(f ->
                    new SuiteStatus.CheckStatus(
                        f.name(), f.health().status().name(), f.health().message(), f.frame()))
                .toList()));
  }

  private Map<String, Integer> bundles() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Bundle bundle : context.getBundles()) counts.merge(state(bundle), 1, Integer::sum);
    return counts;
  }

  private static String state(Bundle bundle) {
    if (BundleChecks.isLeaving(bundle)) return "leaving";
    boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    return switch (bundle.getState()) {
      case Bundle.ACTIVE -> "active";
      case Bundle.RESOLVED -> fragment ? "fragment" : "resolved";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      default -> "installed";
    };
  }
}
