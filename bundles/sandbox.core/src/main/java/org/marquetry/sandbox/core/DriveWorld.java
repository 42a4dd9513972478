package org.marquetry.sandbox.core;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.sandbox.api.Sandbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /world/clock`.
@Provider("world.drive")
@Component
public final class DriveWorld implements Operation {
  private final Sandbox sandbox;

  /// What the clock shall do: go at a pace (0 = stand), or go to the beginning of a day.
  ///
  /// @param daysPerSecond 0 to 1; 1/86400 is the machine's pace
  /// @param until a day of the shop, at most 400 days ahead; a day a second, then it stands
  record Drive(OptionalDouble daysPerSecond, Optional<LocalDate> until) {}

  @Activate
  public DriveWorld(@Reference Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/world/clock",
        "Drive the synthetic shop's clock",
        Optional.of(Drive.class),
        0,
        Optional.of(WorldAnswer.class),
        "sandbox.drive",
        true,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    Drive drive = request.body(Drive.class);
    if (drive.daysPerSecond().isPresent() == drive.until().isPresent()) {
      throw new ProblemException(
          Problem.invalid("", "Either daysPerSecond or until must be sent.", "Send one."));
    }
    try {
      steer(drive);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid("", e.getMessage() + ".", "Correct it."));
    } catch (IllegalStateException e) {
      throw new ProblemException(
          new Problem(409, "No clock to drive", e.getMessage() + ".", "Start the demo."));
    }
    return Answer.ok(WorldAnswer.of(sandbox.state()));
  }

  private void steer(Drive drive) {
    if (drive.until().isPresent()) {
      sandbox.advanceTo(drive.until().get());
    } else if (drive.daysPerSecond().orElse(0) == 0) {
      sandbox.pause();
    } else {
      sandbox.run(drive.daysPerSecond().orElse(0));
    }
  }
}
