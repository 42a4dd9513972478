/// The words of a shop, shared by every bundle: ids, money, probability, interval, event.
///
/// Start with [Event]: everything Marquetry learns is a fold of events. Values check themselves and
/// never change; ids wrap the shop's own strings and are kept exactly as sent.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.shop.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
