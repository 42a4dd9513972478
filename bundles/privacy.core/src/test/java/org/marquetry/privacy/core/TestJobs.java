package org.marquetry.privacy.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;

/// Notes which jobs were started; a test runs them when it wants.
final class TestJobs implements Jobs {
  final List<String> keys = new ArrayList<>();

  @Override
  public String start(JobRequest request) {
    keys.add(request.key());
    return request.key();
  }

  @Override
  public Optional<JobStatus> status(String id) {
    return Optional.empty();
  }

  @Override
  public List<JobStatus> list() {
    return List.of();
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }

  /// The run of a job.
  record Run(String key) implements JobContext {
    @Override
    public Map<String, String> arguments() {
      return Map.of();
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return Optional.empty();
    }

    @Override
    public void save(byte[] checkpoint) {}

    @Override
    public void step(String what) {}

    @Override
    public void at(double done) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
