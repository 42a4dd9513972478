package org.marquetry.platform.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.platform.api.time.Timers;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The jobs of the home folder as a service.
@Provider("jobs")
@Component
public final class JobsService implements Jobs {
  private final JobRunner runner;

  @Activate
  public JobsService(
      BundleContext context,
      @Reference JobTables tables,
      @Reference InstantSource clock,
      @Reference Timers timers)
      throws IOException {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    Checkpoints checkpoints = new Checkpoints(Path.of(home, "data", "jobs"));
    this.runner = new JobRunner(new JobStore(tables.database(), checkpoints), clock, timers);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHandler(JobHandler handler, ServiceReference<JobHandler> reference) {
    Bundle bundle = reference.getBundle();
    runner.add(
        handler, bundle == null ? "unknown" : bundle.getSymbolicName() + " " + bundle.getVersion());
  }

  void removeHandler(JobHandler handler) {
    runner.remove(handler);
  }

  @Deactivate
  void close() {
    runner.close();
  }

  @Override
  public String start(JobRequest request) {
    return runner.start(request);
  }

  @Override
  public Optional<JobStatus> status(String id) {
    return runner.status(id);
  }

  @Override
  public Words title(String kind) {
    return runner.title(kind);
  }

  @Override
  public List<JobStatus> list() {
    return runner.list();
  }

  @Override
  public boolean cancel(String id) {
    return runner.cancel(id);
  }
}
