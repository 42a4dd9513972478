/// The outbox: start at [OutboxChannel]; [MailWriter] makes the bytes, [Outbox] keeps them.
@NullMarked
package org.marquetry.channel.outbox;

import org.jspecify.annotations.NullMarked;
