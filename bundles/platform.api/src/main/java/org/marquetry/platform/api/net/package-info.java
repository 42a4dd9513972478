/// Requests to hosts of the network, guarded: only hosts that the feature of the asking bundle
/// declares, and none of the own network. Start at [org.marquetry.platform.api.net.Outbound].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.platform.api.net;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
