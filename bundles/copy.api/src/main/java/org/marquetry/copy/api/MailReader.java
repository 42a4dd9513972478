package org.marquetry.copy.api;

import java.util.ArrayList;
import java.util.List;
import org.marquetry.shop.api.CustomerId;

/// Whom a mail is written for. Everything in it is hostile: shown as text, never as markup.
///
/// @param language tag (BCP 47), such as `zh-CN`; blank: not known
/// @param facts what is known of the reader alone: [FactNames#CUSTOMER_NAME], an own
///   [FactNames#OFFER_CODE]; they count before the facts of the mail
/// @param products what suits the reader, the best first
public record MailReader(
    CustomerId customer, String language, List<Fact> facts, List<MailProduct> products) {
  public MailReader {
    facts = List.copyOf(facts);
    products = List.copyOf(products);
  }

  /// The same with one more fact.
  public MailReader with(Fact fact) {
    List<Fact> more = new ArrayList<>(facts);
    more.addFirst(fact);
    return new MailReader(customer, language, more, products);
  }

  /// The same with other products.
  public MailReader with(List<MailProduct> others) {
    return new MailReader(customer, language, facts, others);
  }

  /// Names the customer only, so that a reader may stand in a log.
  @Override
  public String toString() {
    return "MailReader[" + customer + "]";
  }
}
