package org.marquetry.platform.api.jobs;

import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ProviderType;

/// What a running job sees of itself. [#cancelled] is true when someone cancels the job, its bundle
/// is swapped, or the suite stops.
@ProviderType
public interface JobContext extends Progress {
  /// The job's key.
  String key();

  /// What the job was started with.
  Map<String, String> arguments();

  /// Which run this is: 1 the first, 2 after a failure, a restart or a swap.
  int attempt();

  /// The last checkpoint, when there is one that this handler reads.
  Optional<byte[]> checkpoint();

  /// Keep a checkpoint in the place of the last one; on disk when this returns.
  void save(byte[] checkpoint);
}
