/// How the suite is: a bundle registers one [HealthCheck], and a [MetricSource] for figures.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
