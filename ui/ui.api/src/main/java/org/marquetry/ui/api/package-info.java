/// What a bundle adds to the web UI: pages, panels, actions and texts.
///
/// A contribution is a plain OSGi service. It makes live Vaadin components, so it does not stand
/// behind the service gate: the shell itself takes it away from open pages and gives the successor
/// its [ViewState]. Start at [ViewContribution].
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.ui.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
