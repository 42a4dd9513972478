/// Reads a shop's folder: [FolderIntake] leads from files to the warehouse.
///
/// In order: [FolderFiles] lists, [Sniffer] finds out how a file is written, a [TableReader] brings
/// its rows as text into the [Staging] database, [Profiler] looks at the contents, [Guesser] says
/// what file and columns are ([Mapping] overrules), [Cleaning] types and checks every row in SQL,
/// [Loading] hands what is good to the warehouse. What happened to a row that was not loaded as it
/// is stands in [Findings].
@NullMarked
package org.marquetry.data.intake;

import org.jspecify.annotations.NullMarked;
