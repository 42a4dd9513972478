package org.marquetry.campaign.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.Contact.State;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Who got what: live, and exact over every channel. Kept for 400 days.
@ProviderType
@Requires("campaign.check")
public interface ContactLedger {
  /// Most messages in one answer, or people in one call.
  int MAX_PAGE = 10_000;

  /// Count a campaign's messages.
  Counts counts(CampaignId campaign);

  /// List a campaign's messages of one state, by person.
  ///
  /// @param after only people after this one, to page on
  /// @param limit 1 to [#MAX_PAGE]
  List<Contact> list(CampaignId campaign, State state, Optional<CustomerId> after, int limit);

  /// List what a person got or was to get, newest first.
  List<Contact> of(CustomerId person);

  /// Take unknown messages as sent; the others are left alone.
  ///
  /// @param people at most [#MAX_PAGE]
  /// @return how many there were
  @Requires("campaign.send")
  int treatAsSent(CampaignId campaign, String step, List<CustomerId> people);

  /// Take unknown messages as not sent, so that the policy lets them be sent again; the others are
  /// left alone.
  ///
  /// @param people at most [#MAX_PAGE]
  /// @return how many there were
  @Requires("campaign.send")
  int sendAgain(CampaignId campaign, String step, List<CustomerId> people);

  /// A campaign's messages by state.
  ///
  /// @param unsent by code
  record Counts(int sending, int unknown, int sent, Map<String, Integer> unsent) {
    public Counts {
      unsent = Map.copyOf(unsent);
    }
  }
}
