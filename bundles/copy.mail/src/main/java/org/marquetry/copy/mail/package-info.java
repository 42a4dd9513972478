/// Mails made of blocks.
///
/// [Press] makes a design into a [Compiled] mail once a language, by MJML, and fills it in for each
/// reader. [BlockMails] knows shop, products and readers; [StoredMailDesigns] keeps the designs,
/// and [Lint] says what speaks against one.
@NullMarked
package org.marquetry.copy.mail;

import org.jspecify.annotations.NullMarked;
