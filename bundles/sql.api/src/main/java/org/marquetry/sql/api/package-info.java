/// The operational store: the truth for intent (users, settings, campaigns, rules, consent, jobs).
///
/// A bundle opens its own schema once with [Databases#open], which brings it to the newest form by
/// the bundle's migrations, and then works in transactions of its [Database]. Write SQL that H2 and
/// PostgreSQL both understand: `VARCHAR`, `BIGINT`, `BOOLEAN`, `BYTEA`, `TIMESTAMP WITH TIME ZONE`,
/// `GENERATED ALWAYS AS IDENTITY`, `CREATE ... IF NOT EXISTS`; names in small letters, without a
/// schema in front.
@Export
@Version("1.0.0")
@NullMarked
package org.marquetry.sql.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
