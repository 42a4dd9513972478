package org.marquetry.platform.api.progress;

import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

/// Follow long work. Calls are cheap and may come from any thread.
@ConsumerType
public interface Progress {
  /// Progress that nobody watches and nobody cancels.
  Progress NONE =
      new Progress() {
        @Override
        public void step(Words what) {}

        @Override
        public void at(double done) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /// Begin a named step; the share done of the step starts at 0 again.
  ///
  /// @param what a short text for people, without personal data
  void step(Words what);

  /// Say how much of the current step is done.
  ///
  /// @param done in [0, 1]
  void at(double done);

  /// Tell whether the work should stop soon; workers ask at least every second.
  boolean cancelled();
}
