package org.marquetry.campaign.core.desk;

import org.marquetry.sql.api.Row;

/// The versions of what a campaign uses: what is approved is what is sent.
///
/// @param mail 0: none
/// @param offer 0: none
record Uses(int mail, int offer) {
  static Uses of(Row row) {
    return new Uses(row.intValue("mail_version"), row.intValue("offer_version"));
  }
}
