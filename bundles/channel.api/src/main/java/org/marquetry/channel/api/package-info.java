/// What a channel is given, a [Message] and the contact policy's [Permit] for it, and what it says:
/// a [SendOutcome].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.channel.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
