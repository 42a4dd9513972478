package org.marquetry.privacy.api;

import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Know what is kept about persons, hand it out, erase it.
@ProviderType
@Power(Power.PROFILES_READ)
public interface Privacy {
  /// What each store keeps, by name.
  @Requires("privacy.read")
  List<Declaration> declarations();

  /// Files and folders of the data folder that no store has declared, relative to the home. Empty
  /// in a suite that is in order.
  @Requires("privacy.read")
  List<String> undeclared();

  /// Everything that is kept about a person, store by store. Cost: reads the journal once.
  ///
  /// @param person at least one identifier; mail address or phone alone are enough when they lead
  ///   to one customer
  /// @throws IllegalArgumentException if there is no identifier, or it leads to several customers
  @Requires("privacy.export")
  List<StoredRecord> export(PersonIds person);

  /// Ask to erase a person. Where another user may erase too, one of them has to [#confirm] it;
  /// else it begins at once. The request is on disk when this returns. The same person again while
  /// it is not done gives the same erasure.
  ///
  /// What remains: sales, decisions and what followed them, under a random key, without texts; see
  /// the stores' declarations.
  ///
  /// @param reason 1 to 40 small letters, digits and hyphens, as in `person-asked`
  /// @throws IllegalArgumentException as [#export], or if an identifier belongs to another customer
  ///   too
  @Requires("privacy.erase")
  ErasureStatus erase(PersonIds person, String reason);

  /// Let an erasure begin that somebody else asked for: a job does it, until a search of the data
  /// finds nothing. Confirmed again, it is the same.
  ///
  /// @throws IllegalArgumentException if the current actor asked for it, while others may confirm
  /// @throws IllegalStateException if it does not wait for that
  @Requires("privacy.erase")
  ErasureStatus confirm(String id);

  /// Leave a person alone whom somebody asked to erase: the request and its identifiers are
  /// forgotten.
  ///
  /// @throws IllegalStateException if it does not wait for a second person
  @Requires("privacy.erase")
  void refuse(String id);

  /// The erasure of a person that is not done; empty: nobody asked for one.
  ///
  /// @param person whose identifiers all belong to it
  @Requires("privacy.read")
  Optional<ErasureStatus> pending(PersonIds person);

  /// How one erasure stands.
  @Requires("privacy.read")
  Optional<ErasureStatus> erasure(String id);

  /// All erasures, newest first.
  @Requires("privacy.read")
  List<ErasureStatus> erasures();
}
