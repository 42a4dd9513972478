package org.marquetry.privacy.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.PersonalData;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// All stores of personal data, asked as the suite itself: whoever may export or erase needs no
/// right on each store.
@Component(service = Stores.class)
public final class Stores {
  @Reference volatile List<PersonalData> all = List.of(); // whiteboard: bundles come and go

  Stores with(PersonalData... stores) {
    all = List.of(stores);
    return this;
  }

  /// What is upstream first.
  List<PersonalData> inOrder() {
    List<PersonalData> sorted = new ArrayList<>(all);
    Actor.SYSTEM.run(() ->
        sorted.sort(
            Comparator.comparing(PersonalData::layer).thenComparing(s -> s.declaration().store())));
    return sorted;
  }

  List<Declaration> declarations() {
    return each(PersonalData::declaration);
  }

  <T> List<T> each(Function<PersonalData, T> question) {
    return Actor.SYSTEM.call(() -> inOrder().stream().map(question).toList());
  }

  List<StoredRecord> export(PersonIds person) {
    return each(s -> s.export(person)).stream().flatMap(List::stream).toList();
  }

  /// Everything that is known of a person and is his alone. What was named itself stays, shared or
  /// not.
  PersonIds whole(PersonIds named) {
    PersonIds whole = named;
    int before;
    do {
      before = whole.size();
      for (PersonIds related : related(whole)) {
        whole = whole.and(related);
      }
      whole = whole.without(shared(whole).without(named));
    } while (whole.size() > before);
    return whole;
  }

  private List<PersonIds> related(PersonIds person) {
    return each(s -> s.related(person));
  }

  /// Those that others have too.
  PersonIds shared(PersonIds person) {
    return each(s -> s.shared(person)).stream().reduce(PersonIds.NONE, PersonIds::and);
  }

  /// The one whom a caller means: a mail address or phone alone must lead to one customer.
  ///
  /// @throws IllegalArgumentException if it is nobody, or could be several
  PersonIds meant(PersonIds named) {
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "name at least one of customers, visitors, emails and phones");
    }
    if (!named.of(Kind.CUSTOMER).isEmpty() || !named.of(Kind.VISITOR).isEmpty()) {
      return named;
    }
    PersonIds found = related(named).stream().reduce(named, PersonIds::and);
    if (found.of(Kind.CUSTOMER).size() > 1) {
      throw new IllegalArgumentException(
          found.of(Kind.CUSTOMER).size()
              + " customers have this mail address or phone number; name the customer");
    }
    return found;
  }
}
