package org.marquetry.privacy.core;

import java.util.List;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

/// The person that a program means; at least one identifier.
///
/// @param customers customer ids as the shop has them
/// @param visitors visitor ids as sent
/// @param emails mail addresses
/// @param phones phone numbers as stored
record PersonRequest(
    List<String> customers, List<String> visitors, List<String> emails, List<String> phones) {
  PersonIds person() {
    return PersonIds.NONE
        .and(Kind.CUSTOMER, customers)
        .and(Kind.VISITOR, visitors)
        .and(Kind.EMAIL, emails)
        .and(Kind.PHONE, phones);
  }
}
