package org.marquetry.data.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Words;

/// Runs each job when it is started, and stops it after so many looks when a test asks for that.
final class JobsAtOnce implements Jobs {
  private final List<JobHandler> handlers;
  private final List<JobStatus> over = new ArrayList<>();
  private final Map<String, byte[]> checkpoints = new java.util.HashMap<>();
  int stopAfter = Integer.MAX_VALUE;

  JobsAtOnce(JobHandler... handlers) {
    this.handlers = List.of(handlers);
  }

  @Override
  public String start(JobRequest request) {
    JobHandler handler =
        handlers.stream().filter(h -> h.kind().equals(request.kind())).findFirst().orElseThrow();
    String id = "job-" + over.size();
    try {
      over.addFirst(status(id, request, JobStatus.State.DONE, handler.run(new Context(request))));
    } catch (JobStopped stopped) {
      over.addFirst(status(id, request, JobStatus.State.CANCELLED, Map.of()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  private static JobStatus status(
      String id, JobRequest request, JobStatus.State state, Map<String, String> result) {
    return new JobStatus(
        id,
        request.kind(),
        request.key(),
        state,
        Optional.empty(),
        1,
        "",
        "",
        1,
        Optional.empty(),
        result,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Override
  public Optional<JobStatus> status(String id) {
    return over.stream().filter(j -> j.id().equals(id)).findFirst();
  }

  @Override
  public Words title(String kind) {
    return new Words(kind, kind);
  }

  @Override
  public List<JobStatus> list() {
    return List.copyOf(over);
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }

  private final class Context implements JobContext {
    private final JobRequest request;
    private int looks;

    Context(JobRequest request) {
      this.request = request;
    }

    @Override
    public String key() {
      return request.key();
    }

    @Override
    public Map<String, String> arguments() {
      return request.arguments();
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      byte @Nullable [] kept = checkpoints.get(request.key());
      return Optional.ofNullable(kept);
    }

    @Override
    public void save(byte[] checkpoint) {
      checkpoints.put(request.key(), checkpoint);
    }

    @Override
    public void step(Words what) {}

    @Override
    public void at(double done) {}

    @Override
    public boolean cancelled() {
      return looks++ >= stopAfter;
    }
  }
}
