/// Profiles of all customers in memory, built from the warehouse, and the lab task that measures
/// the value model.
///
/// [org.marquetry.profile.core.CoreProfiles] is the service. One build
/// ([org.marquetry.profile.core.ProfileBuild]) goes from rows to columns
/// ([org.marquetry.profile.core.ShopReader]), from columns to models and back
/// ([org.marquetry.profile.core.ValueStep]), and ends in a [org.marquetry.profile.core.Population],
/// which answers.
@NullMarked
package org.marquetry.profile.core;

import org.jspecify.annotations.NullMarked;
