package org.marquetry.copy.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.MailProduct;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// The shop's mail designs.
@Provider("stored")
@Component
public final class StoredMailDesigns implements MailDesigns {
  private final MailDesignStore store;
  private final Mails mails;
  private final Warehouse warehouse;
  private final Audit audit;
  private final Optional<ClaimCheck> claims;
  private final Optional<Recommendations> recommendations;

  @Activate
  public StoredMailDesigns(
      @Reference MailDesignStore store,
      @Reference Mails mails,
      @Reference Warehouse warehouse,
      @Reference Audit audit,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ClaimCheck claims,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Recommendations recommendations) {
    this.store = store;
    this.mails = mails;
    this.warehouse = warehouse;
    this.audit = audit;
    this.claims = Optional.ofNullable(claims);
    this.recommendations = Optional.ofNullable(recommendations);
  }

  @Override
  public List<SavedMailDesign> list() {
    return store.newest().list();
  }

  @Override
  public List<SavedMailDesign> deleted() {
    return store.newest().deleted();
  }

  @Override
  public Optional<SavedMailDesign> find(String id) {
    return store.newest().find(id);
  }

  @Override
  public List<SavedMailDesign> history(String id) {
    return store.history(id);
  }

  @Override
  public List<MailFinding> check(MailDesign design, List<Fact> facts) {
    return Actor.SYSTEM.call(() -> {
      List<Fact> all = new ArrayList<>(facts);
      all.addAll(mails.facts(design));
      boolean learned = recommendations.flatMap(Recommendations::card).isPresent();
      return Lint.of(design, all, largest(design, all), claims, learned);
    });
  }

  /// The mail of a reader with a long name and every product, in each language.
  private List<WrittenMail> largest(MailDesign design, List<Fact> facts) {
    List<MailProduct> products =
        longest(design.recommended()).stream()
            .map(p -> new MailProduct(p, "x".repeat(100)))
            .toList();
    Fact name = Fact.text(FactNames.CUSTOMER_NAME, "x".repeat(40), "made up");
    Fact code = Fact.text(FactNames.OFFER_CODE, "x".repeat(20), "made up");
    List<MailReader> readers =
        design.languages().stream()
            .map(l -> new MailReader(new CustomerId("made-up"), l, List.of(name, code), products))
            .toList();
    return mails.write(design, 0, facts, readers);
  }

  /// The products with the longest titles.
  private List<ProductId> longest(int most) {
    return most == 0
        ? List.of()
        : warehouse.query(
            "SELECT product_id FROM v1.products WHERE title IS NOT NULL ORDER BY length(title) DESC,"
                + " product_id LIMIT "
                + most,
            List.of(),
            row -> new ProductId(row.string("product_id")));
  }

  @Override
  public SavedMailDesign create(MailDesign design) {
    return noted("mail.create", store.create(design));
  }

  @Override
  public SavedMailDesign change(String id, int version, MailDesign design) {
    return noted("mail.change", store.change(id, version, design, Act.CHANGED));
  }

  @Override
  public SavedMailDesign delete(String id, int version) {
    SavedMailDesign now = store.newest().known(id);
    return noted("mail.delete", store.change(id, version, now.design(), Act.DELETED));
  }

  @Override
  public SavedMailDesign restore(String id, int version) {
    SavedMailDesign now = store.newest().known(id);
    SavedMailDesign former = Versions.former(store.history(id), version);
    return noted("mail.restore", store.change(id, now.version(), former.design(), Act.RESTORED));
  }

  private SavedMailDesign noted(String act, SavedMailDesign saved) {
    audit.note(
        new Audit.Act(
            act,
            "mail/" + saved.id(),
            Map.of("name", saved.name(), "version", Integer.toString(saved.version()))));
    return saved;
  }
}
