package org.marquetry.insight.core;

import java.time.Instant;

/// A stretch of time, both ends included.
record Stretch(Instant from, Instant until) {}
