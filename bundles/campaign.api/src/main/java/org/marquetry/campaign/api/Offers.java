package org.marquetry.campaign.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.copy.api.Fact;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's offers and their codes. Every change is a version of its own, noted in the audit; a
/// deleted offer can be restored. Safe for use by many threads.
@ProviderType
@Requires("offer.read")
public interface Offers {
  /// Most offers that are not deleted.
  int MAX_OFFERS = 1_000;

  /// Most codes of one offer.
  int MAX_CODES = 2_000_000;

  /// Most codes in one call.
  int MAX_ADDED = 100_000;

  /// All offers, by name.
  List<SavedOffer> list();

  /// The offers that are deleted, the latest first.
  List<SavedOffer> deleted();

  /// The newest version of an offer, also of a deleted one.
  Optional<SavedOffer> find(String id);

  /// Every version of an offer, the newest first.
  List<SavedOffer> history(String id);

  /// What speaks against its use now; what stops it first.
  ///
  /// @param id whose codes count; empty: it has none yet
  /// @param margin share of the price that is left after the goods are paid, in (0, 1)
  List<OfferFinding> check(Offer offer, Optional<String> id, double margin);

  /// What a mail may say of an offer. Where each person gets a code of their own, the code is
  /// [OfferCodes#SAMPLE].
  List<Fact> facts(Offer offer);

  /// Save a new offer.
  ///
  /// @throws IllegalArgumentException if the name is taken or there are [#MAX_OFFERS]
  @Requires("offer.write")
  SavedOffer create(Offer offer);

  /// Save a new version.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if the name is taken
  @Requires("offer.write")
  SavedOffer change(String id, int version, Offer offer);

  /// Delete an offer; it can be restored, and keeps its codes.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("offer.write")
  SavedOffer delete(String id, int version);

  /// Take a deleted offer back, or a former version as the newest.
  ///
  /// @param version of its history
  @Requires("offer.write")
  SavedOffer restore(String id, int version);

  /// Count the codes of an offer.
  OfferCodes codes(String id);

  /// Add codes to the pool of an offer.
  ///
  /// @param codes at most [#MAX_ADDED], each 3 to 64 characters without blanks
  /// @throws IllegalArgumentException naming a code that is none; nothing was added
  @Requires("offer.write")
  OfferCodes.Added addCodes(String id, List<String> codes);

  /// Take the codes away that nobody has got.
  ///
  /// @return how many they were
  @Requires("offer.write")
  long dropFreeCodes(String id);

  /// Give a person a code that nobody else has got and nobody will. Asked again for the same
  /// campaign and person, it is the same code.
  ///
  /// @return empty when no code is free
  @Requires("offer.give")
  Optional<String> give(String id, CampaignId campaign, CustomerId customer);

  /// Let the code of a message that certainly did not go out be given to somebody else.
  @Requires("offer.give")
  void takeBack(String id, CampaignId campaign, CustomerId customer);
}
