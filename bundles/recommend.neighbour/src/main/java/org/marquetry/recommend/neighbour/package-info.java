/// What stands near in the histories of all users:
/// [org.marquetry.recommend.neighbour.NeighbourTrainer].
@NullMarked
package org.marquetry.recommend.neighbour;

import org.jspecify.annotations.NullMarked;
