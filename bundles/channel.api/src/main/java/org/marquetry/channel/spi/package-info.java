/// What a channel bundle implements: [Channel].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.channel.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
