/// What stands near in the histories of all users:
/// [org.marquetry.recommend.neighbour.NeighbourTrainer] counts,
/// [org.marquetry.recommend.neighbour.EaseTrainer] solves.
@NullMarked
package org.marquetry.recommend.neighbour;

import org.jspecify.annotations.NullMarked;
