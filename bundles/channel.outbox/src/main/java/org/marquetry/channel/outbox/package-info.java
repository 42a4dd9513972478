/// The outbox: start at [OutboxChannel]; [Outbox] keeps the mails.
@NullMarked
package org.marquetry.channel.outbox;

import org.jspecify.annotations.NullMarked;
