/// Step 1 of the loop: what comes in, and what the other steps may read.
///
/// [PublishedViews] is the contract of the warehouse's views in schema `v1`; everything that a
/// later step knows about the shop it reads there. [Intake] fills them from a folder of the shop's
/// files and says in an [IntakeReport] what it took each file and column for, what it left out and
/// why. [Imports] takes single files into the running suite, with a dry run, a quarantine and undo.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.data.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
