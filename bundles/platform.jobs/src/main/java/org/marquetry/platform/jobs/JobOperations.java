package org.marquetry.platform.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Jobs at the door for programs. Calls the service through the gate, as the actor who sent the
/// request.
@Component(
    service = {},
    immediate = true)
public final class JobOperations {
  private static final Ops OPS = new Ops("job.read", "job.cancel");

  private final Jobs jobs;
  private final Served served;

  @Activate
  public JobOperations(BundleContext context, @Reference Jobs jobs) {
    this.jobs = jobs;
    served = Served.by(context, "platform", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param title what it does, for people
  /// @param step what it does now; absent before the first step
  /// @param done share of the step, in [0, 1]
  /// @param note why it waits or failed; absent when there is nothing to say
  record JobEntry(
      String id,
      String kind,
      Words title,
      String key,
      JobStatus.State state,
      Optional<Words> step,
      double done,
      Optional<Words> note,
      Map<String, String> result,
      Instant startedAt,
      Instant changedAt) {}

  record JobList(List<JobEntry> jobs) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "jobs.list",
            "/jobs",
            "Jobs that are not over, and the last ones that are",
            JobList.class,
            _ -> new JobList(jobs.list().stream().map(this::entry).toList())),
        OPS.get("jobs.show", "/jobs/{id}", "How a job stands", JobEntry.class, this::find),
        OPS.change(
            "jobs.cancel",
            "POST /jobs/{id}/cancel",
            "Ask a job to stop for good; it does within 5 s",
            null,
            JobEntry.class,
            true,
            request -> {
              jobs.cancel(request.path("id"));
              return Answer.ok(find(request));
            }));
  }

  private JobEntry find(Request request) {
    String id = request.path("id");
    return jobs.status(id)
        .map(this::entry)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "No such job",
                    "There is no job " + id + ", or it was over long ago.",
                    "Look at GET /jobs.")));
  }

  private JobEntry entry(JobStatus job) {
    return new JobEntry(
        job.id(),
        job.kind(),
        jobs.title(job.kind()),
        job.key(),
        job.state(),
        job.step(),
        job.done(),
        job.note(),
        job.result(),
        job.startedAt(),
        job.changedAt());
  }
}
