/// Mails by SMTP: start at [MailChannel]; [MailServer] keeps the connections, [Wire] is one.
@NullMarked
package org.marquetry.channel.mail;

import org.jspecify.annotations.NullMarked;
