/// Who may do what: users, roles as sets of permissions, log-in, API keys, the set-up of a fresh
/// home, and the audit of who changed what.
///
/// The doors (UI, HTTP) ask [LogIn] and bind the [org.marquetry.platform.api.gate.Actor] that it
/// returns; from then on the service gate decides.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.access.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
