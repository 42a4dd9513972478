package org.marquetry.data.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Problem;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.shop.api.Words;

class SuiteImportsTest {
  private static final ImportMapping GUESS = ImportMapping.guessAll();
  private static final String ORDERS =
      """
      order_id,customer_id,product_id,quantity,amount,currency,date
      o1,c1,p1,1,10.00,EUR,2026-03-01
      o1,c1,p2,2,8.00,EUR,2026-03-01
      o2,c2,p1,1,10.00,EUR,2026-03-02
      """;

  @TempDir Path home;
  private ImportSuite suite;

  @BeforeEach
  void open() throws IOException {
    suite = new ImportSuite(home);
  }

  @AfterEach
  void close() throws IOException {
    suite.close();
  }

  private ImportStatus load(String name, String text) {
    ImportStatus status = suite.load(name, text.getBytes(UTF_8), GUESS);
    assertEquals(ImportState.LOADED, status.state(), () -> status.problem().toString());
    return status;
  }

  private static String csv(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static ImportCounts counts(long added, long changed, long skipped, long bad) {
    return new ImportCounts(added + changed + skipped + bad, added, changed, skipped, bad);
  }

  @Test
  void theSameFileAgainIsSkippedAndAChangedValueChanges() {
    assertEquals(counts(3, 0, 0, 0), load("orders.csv", ORDERS).counts());
    List<String> before = suite.export();
    assertEquals(counts(0, 0, 3, 0), load("orders.csv", ORDERS).counts());
    assertEquals(withoutImports(before), withoutImports(suite.export()));
    String changed = ORDERS.replace("p2,2,8.00", "p2,2,9.00") + "o2,c2,p3,1,3.00,EUR,2026-03-02\n";
    assertEquals(counts(1, 1, 2, 0), load("orders.csv", changed).counts());
    assertEquals(
        900, suite.number("SELECT amount_minor FROM v1.order_lines WHERE product_id = 'p2'"));
    assertEquals(2, suite.number("SELECT max(line) FROM v1.order_lines WHERE order_id = 'o2'"));
  }

  private static List<String> withoutImports(List<String> export) {
    return export.stream().filter(l -> !l.startsWith("v1.imports ")).toList();
  }

  /// An export of all orders so far tells of the days between, though their rows are another's.
  @Test
  void anImportTellsOfAllDaysThatItsFileHolds() {
    load("orders.csv", ORDERS);
    load("customers.csv", "customer_id,city\nc1,Ulm\n");
    load("orders.csv", ORDERS + "o3,c1,p1,1,10.00,EUR,2026-03-09\n");
    String spans =
        "SELECT count(*) FROM v1.imports WHERE sells AND first_at = TIMESTAMP '2026-03-01'"
            + " AND last_at = TIMESTAMP '2026-03-%s'";
    assertEquals(1, suite.number(spans.formatted("02")));
    assertEquals(1, suite.number(spans.formatted("09")));
    assertEquals(
        1, suite.number("SELECT count(*) FROM v1.imports WHERE first_at IS NULL AND NOT sells"));
  }

  @Test
  void aDryRunCountsWhatTheImportDoes() {
    load("orders.csv", ORDERS);
    List<String> before = suite.export();
    String more = ORDERS.replace("10.00", "11.00") + "o3,c3,p9\n";
    String id = suite.store("more.csv", more.getBytes(UTF_8));
    suite.imports.check(id, GUESS);
    ImportStatus checked = suite.imports.status(id).orElseThrow();
    assertEquals(ImportState.CHECKED, checked.state());
    assertEquals(before, suite.export());
    suite.imports.start(id, suite.imports.mapping(id).orElseThrow());
    ImportStatus loaded = suite.imports.status(id).orElseThrow();
    assertEquals(checked.counts(), loaded.counts());
    assertEquals(counts(0, 2, 1, 1), loaded.counts());
  }

  @Test
  void undoInAnyOrderLeavesWhatTheOthersSay() {
    List<String> empty = suite.export();
    String first = load("a.csv", ORDERS).id();
    List<String> one = suite.export();
    String changed = ORDERS.replace("10.00", "11.00") + "o4,c4,p4,1,4.00,EUR,2026-03-04\n";
    String second = load("b.csv", changed).id();
    UndoPreview preview = suite.imports.undoPreview(first);
    assertEquals(2, preview.kept(), preview::toString);
    assertEquals(List.of(new UndoPreview.Use("import", second, 2)), preview.uses());
    suite.imports.undo(second);
    assertEquals(one, suite.export());
    second = load("b.csv", changed).id();
    suite.imports.undo(first);
    assertEquals(1100, suite.number("SELECT max(amount_minor) FROM v1.order_lines"), "later wins");
    assertEquals(0, suite.number("SELECT count(*) FROM v1.order_lines WHERE product_id = 'p2'"));
    suite.imports.undo(second);
    assertEquals(empty, suite.export());
    assertEquals(ImportState.UNDONE, suite.imports.status(second).orElseThrow().state());
  }

  @Test
  void customersAreCompletedAndGetTheirFormerValuesBack() {
    load("orders.csv", ORDERS);
    load("customers.csv", "customer_id,email,city\nc1,a@example.com,Ulm\nc7,g@example.com,Kiel\n");
    List<String> before = suite.export();
    ImportStatus status =
        load(
            "customers.csv",
            csv(
                "customer_id,email,city",
                "c1,b@example.com,",
                "c2,c@example.com,Bonn",
                "c8,h@example.com,"));
    assertEquals(counts(1, 2, 0, 0), status.counts());
    assertEquals(
        1,
        suite.number(
            "SELECT count(*) FROM v1.customers WHERE email = 'b@example.com' AND city = 'Ulm'"));
    suite.imports.undo(status.id());
    assertEquals(before, suite.export());
  }

  /// Two imports name her, the second changed her; neither's undo may bring back what was erased.
  @Test
  void undoNeverBringsBackAnErasedPerson() throws IOException {
    String first =
        load(
                "customers.csv",
                "customer_id,email,city\ncust-ann,ann-one@example.com,Ulm\nc7,,Kiel\n")
            .id();
    String second =
        load("customers.csv", "customer_id,email,city\ncust-ann,ann-two@example.com,\nc8,,Bonn\n")
            .id();
    String orders = load("orders.csv", ORDERS.replace("c1", "cust-ann")).id();
    long revenue = suite.number("SELECT sum(net_minor) FROM v1.order_lines");
    PersonIds ann =
        PersonIds.of(PersonIds.Kind.CUSTOMER, "cust-ann")
            .and(PersonIds.Kind.EMAIL, List.of("ann-one@example.com", "ann-two@example.com"));
    Erasure erasure = new Erasure(ann, "0123456789abcdef0123456789abcdef");
    assertTrue(new ImportData(suite.book).erase(erasure, Progress.NONE) > 0);
    assertTrue(suite.warehouse.erase(erasure, Progress.NONE) > 0);
    suite.warehouse.compact(Progress.NONE);
    assertEquals(revenue, suite.number("SELECT sum(net_minor) FROM v1.order_lines"));
    for (String id : List.of(second, first, orders)) {
      suite.imports.undo(id);
      assertEquals(
          0,
          suite.number("SELECT count(*) FROM v1.customers WHERE customer_id = 'cust-ann'"),
          "after the undo of " + id);
    }
    suite.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String trace : List.of("cust-ann", "ann-one", "ann-two")) {
          assertFalse(bytes.contains(trace), file + " holds " + trace);
        }
      }
    }
    suite = new ImportSuite(home); // closed after the test
  }

  @Test
  void productsReviewsPostsAndEventsAreImported() {
    List<String> empty = suite.export();
    String products =
        load(
                "products.csv",
                "product_id,title,price,category\np1,Red shoe,19.90,shoes\np2,Hat,5.00,hats\n")
            .id();
    String reviews =
        load(
                "reviews.csv",
                csv(
                    "customer_id,product_id,rating,review_text,date",
                    "c1,p1,5,fine,2026-03-01",
                    "c2,p1,2,tight,2026-03-02"))
            .id();
    String again =
        load(
                "reviews.csv",
                csv(
                    "customer_id,product_id,rating,review_text,date",
                    "c1,p1,4,fine after all,2026-03-01"))
            .id();
    assertEquals(counts(0, 1, 0, 0), suite.imports.status(again).orElseThrow().counts());
    String posts =
        suite
            .load(
                "posts.csv",
                "customer_id,text,date\nc1,hello,2026-03-03\n".getBytes(UTF_8),
                ImportMapping.builder().role("posts").build())
            .id();
    assertEquals(1, suite.number("SELECT count(*) FROM v1.events WHERE type = 'posted'"));
    for (String id : List.of(again, posts, reviews, products)) {
      suite.imports.undo(id);
    }
    assertEquals(empty, suite.export());
  }

  @Test
  void anExportOfASpreadsheetInChineseIsUnderstood() {
    StringBuilder text = new StringBuilder("订单号;客户编号;商品编号;数量;金额;下单时间\r\n");
    for (int i = 0; i < 200; i++) {
      text.append("D")
          .append(i)
          .append(";K")
          .append(i % 50)
          .append(";S")
          .append(i % 7)
          .append(";1;12,50;2026/3/")
          .append(1 + i % 28)
          .append("\r\n");
    }
    text.append("D900;K1;S1;1;abc;2026/3/1\r\nD901;K1;S1;1;1,00;2026/13/45\r\nD902;K1\r\n");
    String id = suite.store("订单.csv", text.toString().getBytes(Charset.forName("GB18030")));
    ImportProposal proposal = suite.imports.inspect(id, GUESS);
    assertEquals("orders", proposal.role(), proposal::toString);
    assertEquals("GB18030", proposal.encoding());
    assertEquals(";", proposal.delimiter());
    suite.imports.start(id, GUESS);
    ImportStatus status = suite.imports.status(id).orElseThrow();
    assertEquals(counts(200, 0, 0, 3), status.counts(), status::toString);
    assertEquals(1250, suite.number("SELECT max(amount_minor) FROM v1.order_lines"));
  }

  @Test
  void anUndoRunsAlsoWhileTheJobThatLoadedIsEnding() {
    suite.endingSlowly = true;
    List<String> before = suite.export();
    byte[] file = csv("order_id,customer_id,amount,date", "o1,c1,1.00,2026-03-01").getBytes(UTF_8);
    String id = suite.load("late.csv", file, GUESS).id();
    suite.imports.undo(id);
    assertEquals(ImportState.UNDONE, suite.imports.status(id).orElseThrow().state());
    assertEquals(before, suite.export());
  }

  /// The job is cancelled, not the import: whatever statement runs is stopped, and nothing is left.
  @Test
  void aCancelledJobStopsInTheMiddleOfAStatement() {
    StringBuilder text = new StringBuilder("order_id,line,customer_id,amount,date\n");
    for (int i = 0; i < 400_000; i++) {
      text.append("o").append(i).append(",1,c").append(i).append(",1.00,2026-03-01\n");
    }
    String id = suite.store("many.csv", text.toString().getBytes(UTF_8));
    List<String> before = suite.export();
    suite.book.state(id, ImportState.STORED, ImportState.LOADING);
    Asked job = new Asked(ImportJob.request(id, ImportState.LOADING).key(), new AtomicBoolean());
    assertThrows(JobStopped.class, () -> Actor.SYSTEM.call(() -> suite.job.run(job)));
    assertTrue(job.asked().get(), "the timer asked");
    assertEquals(before, suite.export());
    assertEquals(Map.of(), suite.book.running());
  }

  /// Says that it is cancelled to the timer only, not to the import itself between its steps.
  private record Asked(String key, AtomicBoolean asked) implements JobContext {
    @Override
    public boolean cancelled() {
      boolean timer = Thread.currentThread().getName().equals("ticks");
      asked.compareAndSet(false, timer);
      return timer;
    }

    @Override
    public void step(Words what) {}

    @Override
    public void at(double done) {}

    @Override
    public Map<String, String> arguments() {
      return Map.of();
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Optional<byte[]> checkpoint() {
      return Optional.empty();
    }

    @Override
    public void save(byte[] checkpoint) {}
  }

  /// Rows are numbered as a spreadsheet shows them: blank lines count, line ends in quotes do not.
  @Test
  void rowsBehindBlankLinesAndRefusedRowsKeepTheirNumbers() {
    String text =
        csv(
            "order_id,line,customer_id,amount,date,note", // 1
            "", // 2
            "o1,1,c1,1.00,2026-03-01,\"plain\"", // 3
            "o1,2,c1,oops,2026-03-01,plain", // 4: no amount
            "", // 5
            "   ", // 6
            "o2,1,c1,1.00,2026-03-01,\"two\n\nlines \"\"and more\"\"\"", // 7
            "o2,2,c1", // 8: too few
            "", // 9
            "o2,3,c1,oops,2026-03-01,plain", // 10: no amount
            "o3,1,c1,1.00,2026-03-01,\"open", // 11: a quote that is never closed
            "", // 12
            "o3,2,c1,1.00,2026-03-01,plain", // 13
            "o3,2,c1,1.00,2026-03-01,again"); // 14: the line again
    for (int i = 0; i < 100; i++) {
      text += "x" + i + ",1,c1,1.00,2026-03-01,plain\n";
    }
    for (String ends : List.of("\n", "\r\n")) {
      ImportStatus status = load("blank.csv", text.replace("\n", ends));
      assertEquals(
          List.of(
              "4 amount-unreadable",
              "8 wrong-field-count",
              "10 amount-unreadable",
              "11 quote-broken",
              "14 duplicate-id"),
          suite.imports.quarantine(status.id(), 0, 100).rows().stream()
              .map(r -> r.row() + " " + r.code())
              .toList());
    }
  }

  /// Those of the first rows are asked first, the others of a list.
  @Test
  void amountsAreInTheMinorUnitsOfTheirCurrency() {
    ImportStatus status =
        load(
            "orders.csv",
            csv(
                "order_id,line,customer_id,amount,currency,date",
                "o1,1,c1,10.00,EUR,2026-03-01",
                "o1,2,c1,10.00,eur,2026-03-01",
                "o1,3,c1,10,JPY,2026-03-01",
                "o1,4,c1,1.234,KWD,2026-03-01",
                "o1,5,c1,10.00,USD,2026-03-01",
                "o1,6,c1,10.00,GBP,2026-03-01",
                "o1,7,c1,10,KRW,2026-03-01",
                "o1,8,c1,1.234,BHD,2026-03-01",
                "o1,9,c1,10.00,,2026-03-01",
                "o1,10,c1,10.00,EURO,2026-03-01"));
    assertEquals(
        List.of("currency-unknown"),
        suite.imports.quarantine(status.id(), 0, 10).rows().stream().map(r -> r.code()).toList());
    assertEquals(
        List.of(
            "EUR 1000",
            "EUR 1000",
            "JPY 10",
            "KWD 1234",
            "USD 1000",
            "GBP 1000",
            "KRW 10",
            "BHD 1234",
            "EUR 1000"),
        suite.warehouse.query(
            "SELECT currency || ' ' || amount_minor AS x FROM v1.order_lines ORDER BY line",
            List.of(),
            r -> r.string("x")));
  }

  /// In the order of their keys or not, with a key that comes again or without: the same is barred.
  @Test
  void aKeyThatComesAgainIsFoundInAnyOrder() {
    String head = "order_id,line,customer_id,amount,date\n";
    String rest = ",c1,1.00,2026-03-01\n";
    Map<String, List<Long>> files =
        Map.of(
            "9,1 10,1 10,2 11,1", List.of(),
            "11,1 10,1 9,1 9,2", List.of(),
            "9,1 10,1 10,1 11,1", List.of(4L),
            "11,1 9,1 10,1 11,1", List.of(5L),
            "9,2 9,1 9,2 9,1", List.of(4L, 5L));
    files.forEach((keys, again) -> {
      String id = suite.store("k.csv", (head + keys.replace(" ", rest) + rest).getBytes(UTF_8));
      suite.imports.check(id, GUESS);
      assertEquals(
          again,
          suite.imports.quarantine(id, 0, 10).rows().stream().map(r -> r.row()).toList(),
          keys);
    });
  }

  @Test
  void aFileWithoutARoleSaysWhatItLacks() {
    Map<String, String> files =
        Map.of(
            "a,b\n1,x\n1,y\n", "没有这些列：时间；客户、访客或订单；商品、金额或评分；在 mapping.json 中指定类型即可",
            "date,amount\n2026-03-01,1.00\n2026-03-02,1.00\n",
                "没有这些列：客户、访客或订单；在 mapping.json 中指定类型即可",
            "customer_id,date\nc1,2026-03-01\nc1,2026-03-02\n",
                "没有这些列：商品、金额或评分；在 mapping.json 中指定类型即可",
            "customer_id,product_id,rating\nc1,p1,5\nc1,p2,4\n", "评分没有时间列",
            "text\nhello\ngood bye\n", "文字没有客户和时间");
    files.forEach((text, zh) -> {
      String id = suite.store("some.csv", text.getBytes(UTF_8));
      Problem problem = suite.imports.inspect(id, GUESS).unusable().orElseThrow();
      assertEquals(zh, problem.what().zh(), text);
    });
  }

  @Test
  void whatCannotBeImportedSaysWhy() {
    String id = suite.store("x.pdf", "%PDF-1.7 \u0000\u0001\u0002\u0000\u0000".getBytes(UTF_8));
    ImportProposal proposal = suite.imports.inspect(id, GUESS);
    assertEquals(
        new Words("这不是文本文件", "the file is not text"), proposal.unusable().orElseThrow().what());
    assertThrows(IllegalArgumentException.class, () -> suite.imports.start(id, GUESS));
    String open = suite.imports.begin("half.csv");
    assertThrows(IllegalStateException.class, () -> suite.imports.start(open, GUESS));
    assertThrows(
        IllegalArgumentException.class, () -> suite.imports.append(open, 10, new byte[] {1}));
    suite.imports.discard(open);
    assertFalse(suite.imports.status(open).isPresent());
  }
}
