/// Starts the suite: `launcher/marquetry`.
///
/// [org.marquetry.launcher.Main] reads the command line, [org.marquetry.launcher.Home] keeps the
/// folder of one installation, [org.marquetry.launcher.Suite] starts Felix with the bundles of the
/// features that a command needs. Which features exist, which commands they bring and what they
/// start is read from the repository; no list of bundles stands in code. The launcher knows no
/// class of a bundle: commands come as `Function<String[], Integer>` services of
/// `platform.command`.
@NullMarked
package org.marquetry.launcher;

import org.jspecify.annotations.NullMarked;
