package org.marquetry.platform.api.jobs;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// Start, see and cancel jobs. Jobs outlive a restart of the suite.
@ProviderType
public interface Jobs {
  /// Start a job, or find the one of the same kind and key that is not over yet.
  ///
  /// @return the job's id
  @Requires("job.start")
  String start(JobRequest request);

  /// See how a job stands; empty when there is none, or it was over long ago.
  @Requires("job.read")
  Optional<JobStatus> status(String id);

  /// All jobs that are not over and the last 200 that are, newest first.
  @Requires("job.read")
  List<JobStatus> list();

  /// What jobs of a kind do, for people; of a kind whose bundle has not started yet, words that say
  /// so.
  @Requires("job.read")
  Words title(String kind);

  /// Ask a job to stop for good; it does within 5 s.
  ///
  /// @return false when there is none or it is over
  @Requires("job.cancel")
  boolean cancel(String id);
}
