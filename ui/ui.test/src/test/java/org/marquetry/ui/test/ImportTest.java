package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A newcomer drops the own Excel-made CSV (GB18030, semicolons, 3 broken rows): the mapping is
/// right, 3 rows are named with their reasons, taking it back leaves no trace; in both languages.
final class ImportTest extends InBrowser {
  @Override
  void begin() throws Exception {
    super.begin();
    door.serves("customers");
  }

  @BeforeEach
  void inEnglish() {
    screens.open("imports");
    screens.title().waitFor();
    if (page.evaluate("document.documentElement.lang").equals("zh-CN")) {
      screens.switchLanguage();
    }
    assertThat(screens.title()).hasText("Import");
  }

  private void drop(String name, byte[] content) {
    page.waitForFunction(
        "document.querySelector('vaadin-upload')?.files?.length === 0"); // of before
    page.locator("#upload input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", content));
  }

  /// What the suite knows of products and customers, without the pages.
  private String known() throws Exception {
    return door.get("products?by=title") + door.get("customers");
  }

  @Test
  @Order(1)
  void whatIsNoTableIsRefusedInWords() {
    screens.open("imports");
    assertThat(page.locator("#import-grid")).containsText("Nothing was imported yet");
    byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
    drop("orders.csv", pdf);
    assertThat(page.locator("#upload-problem")).containsText("This is a PDF, not a table");
    screens.switchLanguage();
    drop("orders.csv", pdf);
    assertThat(page.locator("#upload-problem")).containsText("这是 PDF，不是表格");
    drop("orders.csv", new byte[0]);
    assertThat(page.locator("#upload-problem")).containsText("文件是空的");
    screens.switchLanguage();
    page.reload();
    assertThat(page.locator("#import-grid")).containsText("Nothing was imported yet");
    assertEquals(List.of(), looks.violations("imports"));
  }

  @Test
  @Order(2)
  void theOwnFileIsUnderstoodCheckedImportedAndTakenBack() throws Exception {
    String before = known();
    screens.open("imports");
    drop("订单.csv", OwnFile.orders("A"));
    assertThat(screens.title()).hasText("订单.csv");
    assertThat(page.locator("#understood")).containsText("semicolon");
    assertThat(page.locator("#understood")).containsText("GB18030");
    assertThat(page.locator("#understood")).containsText("Orders");
    mappingIs(
        Map.of(
            1,
            "Order number",
            2,
            "Customer id",
            3,
            "Product id",
            5,
            "Quantity",
            6,
            "Amount",
            7,
            "Time"));
    assertThat(page.locator("#column-4 .mq-samples")).containsText("红色连衣裙");
    assertEquals(List.of(), looks.violations("import-stored"));

    page.locator("#check").click();
    assertThat(page.locator("#verdict")).containsText("Nothing was loaded");
    countsAre(OwnFile.ROWS, OwnFile.ROWS - 3, 3);
    badRowsAre("the time cannot be read", "the amount is no number", "fewer fields");
    assertEquals(before, known(), "a dry run loads nothing");
    assertEquals(List.of(), looks.violations("import-checked"));
    page.reload();
    countsAre(OwnFile.ROWS, OwnFile.ROWS - 3, 3);

    page.locator("#start").click();
    assertThat(page.locator("#verdict")).hasText("This is what the import did.");
    countsAre(OwnFile.ROWS, OwnFile.ROWS - 3, 3);
    screens.go("catalogue");
    assertThat(page.locator("#count")).hasText("9 products");
    screens.go("customers");
    assertThat(page.locator("#count")).hasText("30 customers");
    page.goBack();
    page.goBack();
    assertEquals(List.of(), looks.violations("import-loaded"));

    page.locator("#undo").click();
    assertThat(page.locator("#undo-does")).containsText("removed");
    Browsing.shot(page, "import-undo");
    assertEquals(List.of(), browsing.violations(page));
    page.locator("#undo-sure").click();
    assertThat(page.locator("#verdict")).containsText("was taken back");
    screens.go("catalogue");
    assertThat(page.locator("#no-products")).isVisible();
    screens.go("customers");
    assertThat(page.locator("#no-customers")).isVisible();
    assertEquals(before, known(), "taking back leaves no trace");
  }

  private void mappingIs(Map<Integer, String> meanings) {
    meanings.forEach((column, meaning) ->
        assertThat(page.locator("#column-" + column + " vaadin-combo-box input"))
            .hasValue(meaning));
  }

  private void countsAre(int rows, int added, int bad) {
    assertThat(page.locator("#count-rows")).hasText(Integer.toString(rows));
    assertThat(page.locator("#count-added")).hasText(Integer.toString(added));
    assertThat(page.locator("#count-changed")).hasText("0");
    assertThat(page.locator("#count-skipped")).hasText("0");
    assertThat(page.locator("#count-bad")).hasText(Integer.toString(bad));
  }

  private void badRowsAre(String time, String amount, String fields) {
    Locator rows = page.locator("#bad-grid");
    assertThat(rows)
        .containsText(Pattern.compile(OwnFile.BAD_TIME + "\\s*下单时间\\s*" + time + "\\s*昨天"));
    assertThat(rows)
        .containsText(Pattern.compile(OwnFile.BAD_AMOUNT + "\\s*实付金额\\s*" + amount + "\\s*免费"));
    assertThat(rows).containsText(Integer.toString(OwnFile.TOO_SHORT));
    assertThat(rows).containsText(fields);
  }

  @Test
  @Order(3)
  void inChineseTheSameAndTheErrorFilePutRightIsImported() throws Exception {
    screens.open("imports");
    screens.switchLanguage();
    drop("订单2.csv", OwnFile.orders("B"));
    assertThat(page.locator("#understood")).containsText("以分号分隔");
    mappingIs(Map.of(1, "订单号", 2, "顾客编号", 3, "商品编号", 5, "数量", 6, "金额", 7, "时间"));
    page.locator("#start").click();
    assertThat(page.locator("#verdict")).hasText("导入的结果如下。");
    countsAre(OwnFile.ROWS, OwnFile.ROWS - 3, 3);
    badRowsAre("时间无法识别", "金额不是数字", "字段数与其他行不同");
    Download download = page.waitForDownload(() -> page.locator("#error-file").click());
    String errors = Files.readString(download.path(), StandardCharsets.UTF_8);
    assertTrue(errors.contains("marquetry_reason"), errors);
    assertEquals(4, errors.lines().filter(l -> !l.isBlank()).count(), errors);

    String right = errors.replace("昨天", "2026/3/3 10:30").replace("免费", "0.00");
    screens.open("imports");
    drop("改好.csv", right.getBytes(StandardCharsets.UTF_8));
    page.locator("#start").click();
    assertThat(page.locator("#verdict")).hasText("导入的结果如下。");
    assertThat(page.locator("#count-added")).hasText("2");
    assertThat(page.locator("#count-bad")).hasText("1");
    screens.switchLanguage();
  }

  @Test
  @Order(4)
  void whatIsCorrectedStandsInTheAddressAndSurvivesAReload() {
    screens.open("imports");
    drop("list.csv", OwnFile.orders("C"));
    Locator choice = page.locator("#column-4 vaadin-combo-box input");
    choice.fill("Not used");
    page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Not used"))
        .first()
        .click();
    assertThat(page).hasURL(Pattern.compile("column=4(:|%3A)unknown"));
    page.reload();
    assertThat(choice).hasValue("Not used");
    screens.open("imports");
    assertThat(page.locator("#import-grid")).containsText("list.csv");
    assertThat(page.locator("#import-grid")).containsText("Taken back");
  }

  @Test
  @Order(5)
  void aPhoneNeedsNoScrollingSideways() {
    page.setViewportSize(390, 844);
    screens.open("imports");
    screens.settled();
    assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
    Browsing.shot(page, "imports-phone");
    page.locator("#import-grid a").first().click();
    assertThat(page.locator("#mapping")).isVisible();
    screens.settled();
    assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
    Browsing.shot(page, "import-phone");
    screens.open("imports/no-such-import");
    assertThat(screens.title()).hasText("No such import");
    page.setViewportSize(1280, 860);
  }
}
