package org.marquetry.lib.doubles;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.platform.api.jobs.Jobs;
import org.marquetry.shop.api.Words;

/// Jobs of which none runs by itself.
///
/// @param begun told which job was asked for; gives its id
public record JobsTo(Function<JobRequest, String> begun) implements Jobs {
  @Override
  public String start(JobRequest request) {
    return begun.apply(request);
  }

  @Override
  public Optional<JobStatus> status(String id) {
    return Optional.empty();
  }

  @Override
  public Words title(String kind) {
    return new Words(kind, kind);
  }

  @Override
  public List<JobStatus> list() {
    return List.of();
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }
}
