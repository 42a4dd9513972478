/// Writes copy by typed, logic-less grammars.
///
/// Start at [GrammarCopyWriter]. A [Grammar] (a data file, read by [GrammarParser], judged by
/// [GrammarCheck]) is a set of rules; a [Production] can be used only when the facts of its slots
/// are there; [Writing] walks the rules by a seed and [TextSetter] joins the parts to a text in
/// which each value knows its fact. [FactClaimCheck] reads any text from outside.
@NullMarked
package org.marquetry.copy.grammar;

import org.jspecify.annotations.NullMarked;
