/// Offers, their versions and codes: start at [StoredOffers]; [OfferCheck] says what speaks against
/// one.
@NullMarked
package org.marquetry.campaign.core.offer;

import org.jspecify.annotations.NullMarked;
