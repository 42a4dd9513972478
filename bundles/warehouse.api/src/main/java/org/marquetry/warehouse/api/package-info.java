/// The analytic store of facts: ask it through [Warehouse], by published views only.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.warehouse.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
