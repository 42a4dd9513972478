package com.example.sample;

import java.time.Instant;

/// What came of a post.
///
/// @param detail for the operator; no personal data
/// @param attempts how often it was tried
/// @param again trying earlier is in vain; of [Result#LATER]
record SamplePosted(Result result, String detail, int attempts, Instant again) {
  enum Result {
    /// The receiver has it.
    TAKEN,
    /// The receiver does not have it, and will not take it.
    REFUSED,
    /// The receiver does not have it; it may later.
    LATER,
    /// Nobody can say.
    UNKNOWN
  }
}
