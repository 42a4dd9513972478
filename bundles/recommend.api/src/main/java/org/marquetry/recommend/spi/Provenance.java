package org.marquetry.recommend.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a model came about, enough to make it again.
///
/// @param algorithm name of the algorithm
/// @param engine what computed, with its kernels, for example `cpu vector-8`
/// @param version version of the code
/// @param dataHash SHA-256 of the interactions, hexadecimal
/// @param modelHash SHA-256 of what was learned, hexadecimal
/// @param options every option in effect
/// @param trainedAt when
/// @param jvm Java version
/// @param seconds time of the whole training
/// @param secondsPerEpoch median time of one pass, 0 when there are no passes
public record Provenance(
    String algorithm,
    String engine,
    String version,
    String dataHash,
    String modelHash,
    Map<String, Double> options,
    long seed,
    Instant trainedAt,
    String jvm,
    double seconds,
    double secondsPerEpoch) {
  public Provenance {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
