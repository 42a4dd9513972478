package org.marquetry.data.sources;

import java.nio.file.Path;

/// A file that a source has.
///
/// @param fingerprint the same as long as it is the same
record Found(String name, Path file, String fingerprint) {}
