/// Pages of step 5, strategy. Offers: start at [OffersPage] and [OfferPage].
@NullMarked
package org.marquetry.ui.strategy;

import org.jspecify.annotations.NullMarked;
