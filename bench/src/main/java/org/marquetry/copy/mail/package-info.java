/// Opens what mails of blocks are written with to benchmarks.
@NullMarked
package org.marquetry.copy.mail;

import org.jspecify.annotations.NullMarked;
