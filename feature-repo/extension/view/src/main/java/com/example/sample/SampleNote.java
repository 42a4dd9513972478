package com.example.sample;

import java.time.Instant;

/// A note about a customer.
///
/// @param words 1 to 500 characters
record SampleNote(long number, String customer, String words, Instant at) {
  static final int MOST = 500;

  SampleNote {
    if (customer.isBlank()) {
      throw new IllegalArgumentException("a note needs a customer");
    }
    if (words.isBlank() || words.length() > MOST) {
      throw new IllegalArgumentException("a note has 1 to " + MOST + " characters");
    }
  }
}
