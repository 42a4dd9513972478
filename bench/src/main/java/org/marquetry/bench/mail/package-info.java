/// Mails rendered and sent: start at [MailBench].
@NullMarked
package org.marquetry.bench.mail;

import org.jspecify.annotations.NullMarked;
