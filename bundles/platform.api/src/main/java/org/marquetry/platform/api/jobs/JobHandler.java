package org.marquetry.platform.api.jobs;

import java.util.Map;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

/// Do one kind of job. Register it as a service *without* `@Provider`: the runner itself hands a
/// running job over when the handler's bundle is swapped, which no gate could do.
///
/// A job that runs reaches a checkpoint or asks [JobContext#cancelled] at least every 5 s; one that
/// sees it saves a checkpoint and throws [JobStopped]; one that returns is done. A run may be
/// repeated from its last checkpoint after a crash, so what it does is idempotent.
@ConsumerType
@Whiteboard
public interface JobHandler {
  /// The kind of job, as `subject.verb`, for example `recommend.train`.
  @Requires(Requires.ANY_ACTOR)
  String kind();

  /// What such a job does, for people, as in `Importing a file`: it stands beside its progress, and
  /// where it is said that it failed.
  @Requires(Requires.ANY_ACTOR)
  Words title();

  /// Version of the checkpoints that this handler writes.
  @Requires(Requires.ANY_ACTOR)
  default int checkpointVersion() {
    return 1;
  }

  /// Tell whether this handler can go on from a checkpoint of a version; if not, the job starts
  /// again and says so.
  @Requires(Requires.ANY_ACTOR)
  default boolean reads(int checkpointVersion) {
    return checkpointVersion == checkpointVersion();
  }

  /// Do the job on a virtual thread of the platform, as the actor who started it. Computing goes to
  /// the compute pool.
  ///
  /// @return what came out, by name: short values without personal data
  /// @throws JobStopped when it stopped early because [JobContext#cancelled] was true
  /// @throws Exception when it failed; people read what it says, in both languages when it is
  ///   [org.marquetry.shop.api.Worded], such as [JobFailed]
  @Requires("job.run")
  Map<String, String> run(JobContext job) throws Exception;
}
