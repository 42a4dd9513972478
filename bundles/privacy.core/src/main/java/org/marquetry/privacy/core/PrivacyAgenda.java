package org.marquetry.privacy.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marquetry.insight.spi.AgendaItem;
import org.marquetry.insight.spi.AgendaItem.Kind;
import org.marquetry.insight.spi.AgendaSource;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Erasures that wait for a second person, on the page Today.
@Provider("privacy")
@Component
public final class PrivacyAgenda implements AgendaSource {
  private final ErasureBook book;

  @Activate
  public PrivacyAgenda(@Reference ErasureBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "privacy";
  }

  @Override
  public List<AgendaItem> items(Instant since) {
    return book.asked().stream().map(PrivacyAgenda::item).toList();
  }

  private static AgendaItem item(OpenErasure asked) {
    AgendaItem.Builder item =
        AgendaItem.builder(
                Kind.WAITS,
                "erasure/" + asked.id(),
                asked.requestedAt(),
                new Words(
                    "有人要求删除一个人的数据：需要第二个人确认",
                    "Somebody asks to erase a person: a second person must confirm"))
            .why(
                new Words(
                    "原因：" + asked.reason() + "。确认后会在所有存储中删除，无法撤销。",
                    "Reason: "
                        + asked.reason()
                        + ". Once confirmed, the person is erased everywhere; it cannot be undone."))
            .permission("privacy.erase");
    customer(asked)
        .ifPresent(c -> item.act(new Words("查看并确认", "Look and confirm"), "customers/" + c));
    return item.build();
  }

  /// Only where it can stand in an address as it is.
  private static Optional<String> customer(OpenErasure asked) {
    return asked.person().of(PersonIds.Kind.CUSTOMER).stream()
        .filter(c -> c.matches("[A-Za-z0-9._-]+"))
        .findFirst();
  }
}
