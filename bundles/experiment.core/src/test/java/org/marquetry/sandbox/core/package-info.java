/// The synthetic shop from within, for who lives its days as a judge of measured effects.
@NullMarked
package org.marquetry.sandbox.core;

import org.jspecify.annotations.NullMarked;
