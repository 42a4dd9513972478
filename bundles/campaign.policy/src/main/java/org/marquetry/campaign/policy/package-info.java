/// The contact policy: start at [GuardedContactPolicy]. [Rules] holds what is asked, [Ledger] what
/// is known: [LedgerFold] of the journal, [Imported] of files, [Places] of this process. [Delivery]
/// brings a message to a channel and makes it a fact.
@NullMarked
package org.marquetry.campaign.policy;

import org.jspecify.annotations.NullMarked;
