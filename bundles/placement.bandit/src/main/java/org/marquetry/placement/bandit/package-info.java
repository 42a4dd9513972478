/// Thompson sampling with exact probabilities; start at [BanditArmChooser].
@NullMarked
package org.marquetry.placement.bandit;

import org.jspecify.annotations.NullMarked;
