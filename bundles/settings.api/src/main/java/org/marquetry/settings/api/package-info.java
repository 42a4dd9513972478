/// What administrators set of installed extensions: [org.marquetry.settings.api.Settings], and how
/// much their bundles log: [org.marquetry.settings.api.LogLevels].
///
/// A setting is a value of a component's configuration, as its `@ObjectClassDefinition` describes
/// it. The operator's configuration (files of the home) is no part of this.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.settings.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
