/// What a mistyped word was meant to be: [org.marquetry.lib.suggestion.Suggestion].
@NullMarked
package org.marquetry.lib.suggestion;

import org.jspecify.annotations.NullMarked;
