/// Charts for pages. Start at [Chart].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.lib.echarts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
