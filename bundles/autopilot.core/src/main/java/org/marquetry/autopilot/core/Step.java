package org.marquetry.autopilot.core;

/// One step of the loop.
interface Step {
  StepName name();

  /// Do the step and say what came out. What fails for lack of data is said in the report; an
  /// exception means that the step broke.
  void run(Run run, StepReport report);
}
