package org.marquetry.lib.doubles;

import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.shop.api.Words;

/// The first run of a job, which nobody watches.
///
/// @param cancelled whether somebody asked it to stop before it began
public record QuietRun(String key, Map<String, String> arguments, boolean cancelled)
    implements JobContext {
  public QuietRun(String key) {
    this(key, Map.of(), false);
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
  public void step(Words what) {}

  @Override
  public void at(double done) {}
}
