/// Choose what is shown or sent, and say with which probability.
///
/// Start at [ArmChooser]: it takes what is known about each arm ([ArmEvidence]) and gives one
/// [ArmChoice] for each person. The probability of every choice goes into the decision log, so that
/// another policy can be judged later from the same data.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.placement.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
