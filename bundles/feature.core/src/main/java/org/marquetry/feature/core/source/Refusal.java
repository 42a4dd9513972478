package org.marquetry.feature.core.source;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.json.JsonException;
import org.marquetry.shop.api.Worded;
import org.marquetry.shop.api.Words;

/// The words in which something is refused.
public final class Refusal {
  private Refusal() {}

  /// Something that cannot be trusted.
  static FeatureException untrusted(String zh, String en) {
    return new FeatureException(Reason.UNTRUSTED, new Words(zh, en));
  }

  static FeatureException invalid(String zh, String en) {
    return new FeatureException(Reason.INVALID, new Words(zh, en));
  }

  /// What runs does not allow it.
  public static FeatureException conflict(String zh, String en) {
    return new FeatureException(Reason.CONFLICT, new Words(zh, en));
  }

  /// What the library for features says of a file.
  public static FeatureException invalid(org.marquetry.lib.feature.FeatureException e) {
    return new FeatureException(Reason.INVALID, words(e), e);
  }

  /// A file that is not as it must be.
  static FeatureException broken(String file, JsonException e) {
    return new FeatureException(
        Reason.INVALID, words(org.marquetry.lib.feature.FeatureException.at(file, e)), e);
  }

  static FeatureException unreadable(String what, IOException e) {
    Words why = words(e);
    return new FeatureException(
        Reason.FAILED,
        new Words(
            "无法读取 " + what + "（" + why.zh() + "）", "cannot read " + what + " (" + why.en() + ")"),
        e);
  }

  /// What an exception says; that of the machine and of the framework in one language only.
  public static Words words(Throwable thrown) {
    if (thrown instanceof Worded worded) {
      return worded.words();
    }
    return new Words(
        org.marquetry.lib.feature.FeatureException.zh(thrown), String.valueOf(thrown.getMessage()));
  }

  /// Several of them as one.
  ///
  /// @param separator between them
  public static Words joined(List<Words> all, String separator) {
    return new Words(
        all.stream().map(Words::zh).collect(Collectors.joining(separator)),
        all.stream().map(Words::en).collect(Collectors.joining(separator)));
  }
}
