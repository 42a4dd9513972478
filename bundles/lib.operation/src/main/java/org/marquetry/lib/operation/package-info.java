/// Operations of the HTTP door whose handlers are functions: [org.marquetry.lib.operation.Ops].
@NullMarked
package org.marquetry.lib.operation;

import org.jspecify.annotations.NullMarked;
