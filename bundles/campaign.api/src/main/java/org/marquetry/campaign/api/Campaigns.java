package org.marquetry.campaign.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// The shop's campaigns: made, approved by another person, launched once, watched and stopped. Safe
/// for many threads.
///
/// A campaign's newest version may be launched when it was approved; a change withdraws that. What
/// was launched is not changed any more.
@ProviderType
@Requires("campaign.read")
@Power(Power.SEND)
public interface Campaigns {
  /// Most campaigns that are not deleted.
  int MAX_CAMPAIGNS = 10_000;

  /// Most people in one answer.
  int MAX_PAGE = 1_000;

  /// All campaigns, by name.
  List<SavedCampaign> list();

  /// The campaigns that are deleted, the latest first.
  List<SavedCampaign> deleted();

  /// The newest version of a campaign, also of a deleted one.
  Optional<SavedCampaign> find(String id);

  /// Every version of a campaign, the newest first.
  List<SavedCampaign> history(String id);

  /// How far it is.
  CampaignState state(String id);

  /// How far each is, by id, the deleted ones too.
  Map<String, CampaignState> states();

  /// What was said of its versions, the latest first.
  List<Approval> approvals(String id);

  /// Save a new campaign.
  ///
  /// @throws IllegalArgumentException if the name is taken or there are [#MAX_CAMPAIGNS]
  @Requires("campaign.write")
  SavedCampaign create(Campaign campaign);

  /// Save a new version.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if it was launched
  @Requires("campaign.write")
  SavedCampaign change(String id, int version, Campaign campaign);

  /// Delete a campaign that does not run; it can be restored.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  /// @throws IllegalArgumentException if messages may still go out
  @Requires("campaign.write")
  SavedCampaign delete(String id, int version);

  /// Take a deleted campaign back, or a former version as the newest.
  ///
  /// @param version of its history
  @Requires("campaign.write")
  SavedCampaign restore(String id, int version);

  /// Tell what would come of a launch now. Takes seconds for a hundred thousand people.
  @Requires("campaign.check")
  CampaignCheck check(String id);

  /// List the people of one part of the sum, by id: as a launch would take them now, or as it took
  /// them.
  ///
  /// @param after only people after this one, to page on
  /// @param limit 1 to [#MAX_PAGE]
  @Requires("campaign.check")
  List<CampaignPerson> people(String id, Disposition part, Optional<CustomerId> after, int limit);

  /// Most addresses of one test.
  int MAX_TEST = 10;

  /// Send the mail to people of the shop, once with each of its subjects, so that they look at it:
  /// written as for a usual customer, counted nowhere, with links that change nothing.
  ///
  /// @param addresses of the [SeedList], 1 to [#MAX_TEST]
  /// @return what became of each message
  /// @throws IllegalArgumentException if an address is not on the list
  @Requires("campaign.write")
  List<TestSend> test(String id, List<String> addresses);

  /// Ask for the approval of the newest version.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("campaign.write")
  Approval ask(String id, int version, String comment);

  /// Approve or refuse the newest version. Who made it may approve it only where nobody else can.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("campaign.approve")
  Approval answer(String id, int version, boolean approved, String comment);

  /// Launch it. Asked again, it is the same launch.
  ///
  /// @param recipients how many the launcher expects to get it: as many as the check says
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  /// @throws IllegalArgumentException if it is not approved, they are others, or something stops
  ///   the launch
  @Requires("campaign.launch")
  CampaignProgress launch(String id, int version, int recipients);

  /// How a launched campaign stands; empty before.
  Optional<CampaignProgress> progress(String id);

  /// Let nothing more go out, for good. What a channel has right now is not called back.
  @Requires("campaign.launch")
  CampaignProgress stop(String id);

  /// List those of a launched campaign of whom nobody knows whether they got it, by id.
  ///
  /// @param after only people after this one, to page on
  /// @param limit 1 to [#MAX_PAGE]
  @Requires("campaign.check")
  List<CustomerId> unknown(String id, Optional<CustomerId> after, int limit);

  /// Say what became of unknown messages.
  ///
  /// @param people at most [#MAX_PAGE]; those who are not unknown are left alone
  /// @param again true: they did not get it and are sent it again; false: they got it
  /// @return how many there were
  @Requires("campaign.launch")
  int settle(String id, List<CustomerId> people, boolean again);

  /// Whether campaigns go out at all.
  boolean isHeld();

  /// The one switch: while it is on, no campaign sends anything, and what is due waits.
  @Requires("campaign.launch")
  void hold(boolean on);

  /// The launched campaigns that are held back one by one, by id; the one switch is apart from it.
  Set<String> held();

  /// Hold one launched campaign back, or let it go on: while it is held nothing of it goes out, and
  /// what is due waits. Those who get it are chosen all the same.
  ///
  /// @throws IllegalArgumentException if it is to be held and no message of it may still go out
  @Requires("campaign.launch")
  CampaignProgress hold(String id, boolean on);
}
