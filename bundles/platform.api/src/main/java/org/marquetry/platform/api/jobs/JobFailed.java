package org.marquetry.platform.api.jobs;

import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// Say in both languages why a job failed.
public final class JobFailed extends RuntimeException implements Worded {
  private static final long serialVersionUID = 1L;

  private final transient Words words;

  /// @param words why; the English ones are the message
  public JobFailed(Words words) {
    super(words.en());
    this.words = words;
  }

  @Override
  public Words words() {
    return words;
  }
}
