package org.marquetry.feature.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.marquetry.feature.api.Features;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /features`: install or move to another version.
@Provider("feature.install")
@Component
public final class InstallFeature implements Operation {
  /// Body of the request.
  ///
  /// @param file absolute path, on the suite's machine, of what [Features#install] takes
  record FeatureSource(String file) {}

  private final Features features;

  @Activate
  public InstallFeature(@Reference Features features) {
    this.features = features;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/features",
        "Install a feature from a file of the suite's machine, or move it to that version",
        Optional.of(FeatureSource.class),
        0,
        Optional.of(ChangeMade.class),
        "feature.install",
        true,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    Path file = path(request.body(FeatureSource.class).file());
    return ChangeMade.answer(() -> features.install(file));
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) return path;
    } catch (InvalidPathException e) {
      throw wrong("\"" + text + "\" is no path: " + e.getReason() + ".");
    }
    throw wrong("\"" + text + "\" is not absolute.");
  }

  private static ProblemException wrong(String detail) {
    return new ProblemException(
        Problem.invalid(
            "/file", detail, "Send the absolute path of a file on the suite's machine."));
  }
}
