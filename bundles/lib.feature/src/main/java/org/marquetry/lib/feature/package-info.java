/// Features and the repository that holds them.
///
/// A [org.marquetry.lib.feature.Feature] lists bundles by Maven id; a
/// [org.marquetry.lib.feature.Repository] is a folder with `features/NAME-VERSION.json`,
/// `bundles/GROUP.ARTIFACT-VERSION.jar` and the OSGi repository index `index.xml`.
@NullMarked
package org.marquetry.lib.feature;

import org.jspecify.annotations.NullMarked;
