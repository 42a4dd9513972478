package org.marquetry.profile.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.shop.api.Words;

/// What became of one model: fitted with these parameters, or why not.
///
/// @param name short technical name, such as `BG/NBD`
/// @param fitted whether profiles use it
/// @param note one sentence: what it was fitted to, or why it was not
/// @param parameters fitted parameters and quality figures by name; empty when not fitted
public record ModelReport(String name, boolean fitted, Words note, Map<String, Double> parameters) {
  public ModelReport {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
