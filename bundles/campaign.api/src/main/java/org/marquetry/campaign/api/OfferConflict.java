package org.marquetry.campaign.api;

/// Thrown when somebody else changed an offer meanwhile; nothing was stored.
public final class OfferConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SavedOffer current;

  public OfferConflict(SavedOffer current) {
    super(
        "the offer %s was changed meanwhile: it has version %d now"
            .formatted(current.id(), current.version()));
    this.current = current;
  }

  /// The offer as it is now.
  public SavedOffer current() {
    return current;
  }
}
