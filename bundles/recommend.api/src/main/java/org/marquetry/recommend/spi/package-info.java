/// Algorithms that learn who likes what: implement [org.marquetry.recommend.spi.Trainer] to add
/// one.
///
/// Users and items are dense numbers from 0; the caller keeps the mapping to customers and
/// products. [org.marquetry.recommend.spi.Interactions] is what happened,
/// [org.marquetry.recommend.spi.Model] what was learned.
@Export
@Version("1.3.0")
@NullMarked
package org.marquetry.recommend.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
