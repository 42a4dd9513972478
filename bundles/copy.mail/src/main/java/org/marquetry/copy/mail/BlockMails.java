package org.marquetry.copy.mail;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailProduct;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.Mails;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Mails of blocks, laid out by MJML.
@Provider("blocks")
@Component
public final class BlockMails implements Mails {
  private final Press press = new Press();
  private final Warehouse warehouse;
  private final Readers readers;
  private final @Nullable ShopSettings settings;
  private final @Nullable UnsubscribeLinks links;

  @Activate
  public BlockMails(
      @Reference Warehouse warehouse,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable Recommendations recommendations,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ShopSettings settings,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable UnsubscribeLinks links) {
    this.warehouse = warehouse;
    this.settings = settings;
    this.links = links;
    readers = new Readers(warehouse, Optional.ofNullable(recommendations));
  }

  @Override
  public List<WrittenMail> write(
      MailDesign design, int opening, List<Fact> facts, List<MailReader> people) {
    requireFew(people.size());
    if (opening < 0 || opening >= MailDesign.MAX_OPENINGS) {
      throw new IllegalArgumentException("opening must be 0 to 4, got " + opening);
    }
    List<ProductId> products = new ArrayList<>(fixed(design));
    for (MailReader reader : people) {
      reader.products().stream()
          .limit(design.recommended())
          .map(MailProduct::product)
          .forEach(products::add);
    }
    List<Fact> all = new ArrayList<>(facts);
    shopName().ifPresent(all::add);
    return press.write(design, opening, all, people, Shelf.of(warehouse, products, reached()));
  }

  /// Where readers see the pictures that the suite keeps.
  private Optional<URI> reached() {
    UnsubscribeLinks known = links;
    return known == null ? Optional.empty() : Actor.SYSTEM.call(known::address);
  }

  @Override
  public List<MailReader> readers(MailDesign design, List<CustomerId> customers) {
    requireFew(customers.size());
    return readers.of(design, customers);
  }

  @Override
  public List<UnlikeReader> unlike(MailDesign design) {
    return readers.unlike(design);
  }

  @Override
  public List<Fact> facts(MailDesign design) {
    List<Fact> facts = new ArrayList<>();
    shopName().ifPresent(facts::add);
    List<ProductId> products = fixed(design);
    Shelf shelf = Shelf.of(warehouse, products, reached());
    products.stream()
        .map(shelf::find)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(p -> facts.addAll(p.facts()));
    return facts;
  }

  private static void requireFew(int people) {
    if (people > MAX_READERS) {
      throw new IllegalArgumentException(
          "at most " + MAX_READERS + " readers at once, got " + people);
    }
  }

  private static List<ProductId> fixed(MailDesign design) {
    return design.blocks().stream()
        .filter(MailBlock.Products.class::isInstance)
        .flatMap(b -> ((MailBlock.Products) b).products().stream())
        .toList();
  }

  private Optional<Fact> shopName() {
    return Optional.ofNullable(settings)
        .flatMap(s -> Actor.SYSTEM.call(s::settings))
        .map(s -> Fact.text(FactNames.SHOP_NAME, s.name(), "settings"))
        .or(() ->
            Actor.SYSTEM
                .call(() ->
                    warehouse.query(
                        "SELECT name FROM v1.shop WHERE name IS NOT NULL",
                        List.of(),
                        row -> Fact.text(FactNames.SHOP_NAME, row.string("name"), "v1.shop")))
                .stream()
                .findFirst());
  }
}
