/// Letters as mails: [org.marquetry.lib.mime.MailWriter].
@NullMarked
package org.marquetry.lib.mime;

import org.jspecify.annotations.NullMarked;
