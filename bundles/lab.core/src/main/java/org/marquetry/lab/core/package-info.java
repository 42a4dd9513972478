/// The command `lab`: [org.marquetry.lab.core.LabCommand].
@NullMarked
package org.marquetry.lab.core;

import org.jspecify.annotations.NullMarked;
