package org.marquetry.copy.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding.Kind;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.copy.grammar.FactClaimCheck;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Saved.Act;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.h2.H2Databases;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

/// On a real store and a real warehouse, opened once for all tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredMailDesignsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private Path folder;
  private H2Databases databases;
  private DuckDbWarehouse warehouse;
  private BlockMails mails;
  private StoredMailDesigns designs;
  private final List<String> acts = new ArrayList<>();

  @BeforeAll
  void open(@TempDir Path fresh) {
    folder = fresh;
    warehouse = new DuckDbWarehouse(folder.resolve("warehouse"));
    shop();
    mails = new BlockMails(warehouse, null, null, null);
    start();
  }

  private void start() {
    databases = new H2Databases(folder.resolve("sql"), CLOCK);
    designs =
        new StoredMailDesigns(
            new MailDesignStore(databases, CLOCK),
            mails,
            warehouse,
            new AuditTo(act -> acts.add(act.action())),
            new FactClaimCheck(),
            null);
  }

  @AfterAll
  void close() {
    databases.close();
    warehouse.close();
  }

  @Test
  void eachChangeIsAVersionThatCanComeBack() {
    MailDesign whole = Designs.whole();
    SavedMailDesign first = designs.create(whole);
    MailDesign bare = new MailDesign("Bare", whole.languages(), whole.openings(), List.of());
    SavedMailDesign second = designs.change(first.id(), 1, bare);
    assertThrows(VersionConflict.class, () -> designs.change(first.id(), 1, whole));
    designs.delete(first.id(), second.version());
    assertEquals(List.of(), designs.list());
    databases.close();
    start(); // and again from disk
    assertEquals(1, designs.deleted().size());
    assertEquals(whole, designs.restore(first.id(), 1).design());
    assertEquals(
        List.of(Act.RESTORED, Act.DELETED, Act.CHANGED, Act.CREATED),
        designs.history(first.id()).stream().map(SavedMailDesign::act).toList());
    assertThrows(IllegalArgumentException.class, () -> designs.create(whole)); // the name is taken
    assertEquals(List.of("mail.create", "mail.change", "mail.delete", "mail.restore"), acts);
  }

  private void shop() {
    TestShop shop = new TestShop(warehouse);
    shop.product("p1", "Green tea", "Tea", 1_250);
    shop.product("p2", "Black tea", "Tea", 990);
    shop.customer("c1", Map.of("name", "王芳", "language", "zh-CN"));
    shop.customer("c2", Map.of("language", "zh-CN"));
    shop.customer("c3", Map.of("name", "Ann <b>", "language", "en"));
    shop.customer("c4", Map.of("name", "A very long name of a customer indeed", "language", "en"));
    shop.order("o1", "c1", "p1", 1, 1_250, NOW);
    shop.order("o2", "c3", "p1", 1, 1_250, NOW);
    shop.load();
  }

  @Test
  void mailsAreWrittenFromWhatTheShopKnows() {
    List<MailReader> readers =
        mails.readers(
            Designs.whole(),
            List.of(new CustomerId("c3"), new CustomerId("nobody"), new CustomerId("c1")));
    List<WrittenMail> written = mails.write(Designs.whole(), 0, List.of(), readers);
    assertEquals(List.of("en", "zh", "zh"), written.stream().map(WrittenMail::language).toList());
    assertEquals("Spring is here, Ann <b>", written.get(0).subject());
    assertTrue(written.get(0).html().contains("Hello Ann &lt;b&gt;"));
    assertTrue(written.get(0).text().contains("Green tea · €12.50"));
    assertTrue(written.get(0).text().contains("Test shop wrote this."));
    assertFalse(written.get(0).text().contains("p3")); // the shop does not have it
    assertEquals("您，春天到了", written.get(1).subject());
    assertEquals("王芳，春天到了", written.get(2).subject());
  }

  @Test
  void picturesThatTheSuiteKeepsAreSeenWhereReadersReachIt() {
    String hash = "0f".repeat(32);
    warehouse.load(
        "pictures",
        Map.of(),
        sink -> sink.add("products", Map.of("product_id", "p1", "picture", hash)));
    List<MailReader> reader = mails.readers(Designs.whole(), List.of(new CustomerId("c3")));
    String kept = "https://mail.shop.example/files/pictures/" + hash + "-list.jpg";
    String unreached = mails.write(Designs.whole(), 0, List.of(), reader).getFirst().html();
    assertFalse(unreached.contains(hash));
    BlockMails reached = new BlockMails(warehouse, null, null, new Reached());
    String html = reached.write(Designs.whole(), 0, List.of(), reader).getFirst().html();
    assertTrue(html.contains("src=\"" + kept + "\""), html);
  }

  private static final class Reached implements UnsubscribeLinks {
    @Override
    public Optional<URI> address() {
      return Optional.of(URI.create("https://mail.shop.example"));
    }

    @Override
    public URI link(Permit permit, String channel) {
      throw new UnsupportedOperationException("the channel's");
    }

    @Override
    public Optional<Message> read(String link) {
      return Optional.empty();
    }
  }

  @Test
  void fiveReadersAreUnlikeEachOther() {
    List<UnlikeReader> unlike = mails.unlike(Designs.whole());
    assertEquals(
        List.of("USUAL c1", "NO_NAME c2", "OTHER_LANGUAGE c3", "LONG_NAME c4", "NEW made-up-new"),
        unlike.stream().map(u -> u.kind() + " " + u.reader().customer().value()).toList());
    assertEquals(
        List.of(false, false, false, false, true),
        unlike.stream().map(UnlikeReader::made).toList());
    List<MailReader> readers = unlike.stream().map(UnlikeReader::reader).toList();
    assertEquals(5, mails.write(Designs.whole(), 0, List.of(), readers).size());
  }

  @Test
  void whatSpeaksAgainstItIsKnownFromShopAndSize() {
    assertEquals(
        List.of(Kind.EMPTY, Kind.COUPON), // nothing was learned
        designs.check(Designs.whole(), List.of()).stream().map(f -> f.kind()).toList());
    assertEquals(
        List.of(
            FactNames.SHOP_NAME,
            FactNames.PRODUCT_TITLE,
            FactNames.PRODUCT_CATEGORY,
            FactNames.PRODUCT_PRICE),
        mails.facts(Designs.whole()).stream().map(f -> f.name()).toList());
    String paragraph = "Tea is a fine thing, and a pot of it is a fine one too. ".repeat(170);
    MailBlock[] blocks = new MailBlock[13];
    for (int i = 0; i < 12; i++) {
      blocks[i] = new MailBlock.Text(Designs.both("茶", paragraph));
    }
    blocks[12] =
        new MailBlock.Footer(Designs.both("店", "The shop"), Designs.both("退订", "Unsubscribe"));
    assertTrue(
        designs.check(Designs.design(blocks), List.of()).stream()
            .anyMatch(f -> f.kind() == Kind.SIZE && f.language().equals("en") && f.stops()));
  }
}
