/// Finds products with Lucene.
///
/// Start at [LuceneProductSearch], the service. [ProductIndexer] turns a [CatalogueRow] into fields
/// (see [Fields]); [QueryPlanner] turns words into a [QueryPlan], one group of alternatives per
/// word; [IndexFolder] owns the files. [KeepIndex] builds the index anew when the catalogue
/// changes.
@NullMarked
package org.marquetry.search.lucene;

import org.jspecify.annotations.NullMarked;
