/// Writing from facts, with every claim tied to a fact.
///
/// Start at [CopyWriter] and [Brief]; [FactNames] lists the facts that writers understand.
///
/// Mails made of blocks: [MailDesign] is what a marketer makes, [MailDesigns] keeps and checks it,
/// [Mails] writes it for people.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.copy.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
