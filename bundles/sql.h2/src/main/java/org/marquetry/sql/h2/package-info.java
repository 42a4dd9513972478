/// The operational store in one H2 file of the home, bound to this process. [H2Databases] is the
/// service, [StoreFile] the open file and its connections, [Migrator] brings a schema to its newest
/// form, [JdbcSession] speaks to it.
@NullMarked
package org.marquetry.sql.h2;

import org.jspecify.annotations.NullMarked;
