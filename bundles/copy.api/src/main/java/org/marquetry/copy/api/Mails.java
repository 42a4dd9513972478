package org.marquetry.copy.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.shop.api.CustomerId;
import org.osgi.annotation.versioning.ProviderType;

/// Writes mails of blocks for people: the same way for a preview as for what is sent. Safe for use
/// by many threads.
@ProviderType
@Requires("copy.read")
public interface Mails {
  /// Most readers in one call.
  int MAX_READERS = 1_000;

  /// Write a mail for each of these readers. The design is made into HTML once for each language,
  /// then filled in.
  ///
  /// A value that is not known is what the text says instead, else nothing. A block whose content a
  /// reader lacks (code, recommended products) is left out. Links that are none are left out too.
  ///
  /// @param opening which subject and preheader, from 0
  /// @param facts of everybody: [FactNames#SHOP_NAME], the offer's
  /// @param readers at most [#MAX_READERS]
  /// @return one mail for each reader, in the order given
  List<WrittenMail> write(
      MailDesign design, int opening, List<Fact> facts, List<MailReader> readers);

  /// What is known of some customers that a mail of this design needs: name, language, and the
  /// products that suit them, as far as the design shows any. Of an unknown customer nothing is
  /// known.
  ///
  /// @param customers at most [#MAX_READERS]
  /// @return one reader for each customer, in the order given
  @Requires("profile.read")
  List<MailReader> readers(MailDesign design, List<CustomerId> customers);

  /// Five customers who are as unlike as possible, one of each [UnlikeReader.Kind]; the same ones
  /// as long as the shop's data are.
  @Requires("profile.read")
  List<UnlikeReader> unlike(MailDesign design);

  /// What is known of the shop and of the products that the design itself shows: what its texts may
  /// claim without an offer. The first product comes first.
  List<Fact> facts(MailDesign design);
}
