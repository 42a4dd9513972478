package org.marquetry.profile.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.osgi.annotation.versioning.ProviderType;

/// Segments: whom a rule takes right now, and the rules that people saved. Safe for use by many
/// threads.
///
/// Membership is never stored: it follows from the rule, the events so far and the time. An event
/// counts within moments, and a window moves on without any event.
@ProviderType
@Requires("profile.read")
@Power(Power.PROFILES_READ)
public interface Segments {
  /// Longest name of a segment.
  int MAX_NAME = 100;

  /// Most segments that are not deleted.
  int MAX_SEGMENTS = 1_000;

  /// Most members in one answer.
  int MAX_PAGE = 10_000;

  /// The traits that segments may ask for: our own, then those of partners.
  List<SegmentTrait> traits();

  /// Find rows by words: traits, deeds, categories, brands, products, segments.
  ///
  /// @param text in Chinese or English, any case; empty gives what is asked for most often
  /// @param limit 1 to 100
  List<SegmentIdea> ideas(String text, int limit);

  /// The values that a text trait has, the most frequent first.
  ///
  /// @param limit 1 to [SegmentRule#MAX_VALUES]
  List<String> choices(String trait, int limit);

  /// The title of a product that rows may name; empty when the catalogue does not know it.
  Optional<String> title(String product);

  /// The event types that rows may ask for, `ordered` first.
  List<String> deeds();

  /// Segments to start from.
  List<SegmentTemplate> templates();

  /// Count members and rows. A million customers take some tens of milliseconds.
  ///
  /// @throws IllegalArgumentException if a segment that is named is unknown or names this one again
  SegmentCount count(SegmentRule rule);

  /// Return some members, the same for the same seed and members.
  ///
  /// @param limit 1 to 100
  List<Profile> sample(SegmentRule rule, long seed, int limit);

  /// Hold one customer against each row; empty when no event named the customer.
  Optional<SegmentMatch> explain(SegmentRule rule, CustomerId customer);

  /// Return all members, in the order of their ids.
  List<CustomerId> members(SegmentRule rule);

  /// Tell whether a customer is a member.
  boolean isMember(SegmentRule rule, CustomerId customer);

  /// Say a rule in words.
  Words sentence(SegmentRule rule);

  /// What a person should know before saving.
  ///
  /// @param self the segment that the rule is of; empty for a new one
  List<SegmentWarning> warnings(SegmentRule rule, Optional<String> self);

  /// Write a rule as JSON, as [#read] reads it and the door takes it.
  String write(SegmentRule.Group rule);

  /// Read a rule.
  ///
  /// @throws IllegalArgumentException saying what is wrong, and where
  SegmentRule.Group read(String json);

  /// All segments, by name.
  List<SavedSegment> list();

  /// The segments that are deleted, the latest first.
  List<SavedSegment> deleted();

  /// The newest version of a segment, also of a deleted one.
  Optional<SavedSegment> find(String id);

  /// Every version of a segment, the newest first.
  List<SavedSegment> history(String id);

  /// How many it had day by day, the latest first.
  ///
  /// @param limit 1 to 1,000
  List<SegmentDay> sizes(String id, int limit);

  /// Save a new segment; the current actor owns it.
  ///
  /// @throws IllegalArgumentException if the name is taken or a warning refuses
  @Requires("segment.write")
  SavedSegment create(String name, SegmentRule.Group rule);

  /// Save a new version.
  ///
  /// @param version the one that the change began with
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer one
  /// @throws IllegalArgumentException if the name is taken or a warning refuses
  @Requires("segment.write")
  SavedSegment change(String id, int version, String name, String owner, SegmentRule.Group rule);

  /// Delete a segment that no other names; it can be restored.
  ///
  /// @throws org.marquetry.shop.api.VersionConflict if there is a newer version
  @Requires("segment.write")
  SavedSegment delete(String id, int version);

  /// Take a deleted segment back, or a former version as the newest.
  ///
  /// @param version of its history
  @Requires("segment.write")
  SavedSegment restore(String id, int version);

  /// Return members in the order of their ids, as a page of an export; the first page is noted in
  /// the audit.
  ///
  /// @param after id of the last one before; empty for the first page
  /// @param limit 1 to [#MAX_PAGE]
  @Requires("segment.export")
  List<Profile> export(String id, Optional<CustomerId> after, int limit);
}
