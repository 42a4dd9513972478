package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages about data that are not looked at each day, each with its main act, in both languages.
final class DataPagesTest extends InBrowser {
  private static final int REVIEWS = 3;
  private static final String DRY = "order_id,customer_id,product_id,title,quantity,amount,date\n";
  private static final String OTHER =
      "order_id,customer_id,product_id,title,quantity,paid_sum,date\n";

  @Test
  @Order(1)
  void whatIsEmptySaysSo() throws Exception {
    for (String path : List.of("sources", "event-types", "imports", "retention", "system/jobs")) {
      visit(path, "en");
      assertTrue(
          screens.title().innerText().length() > 3 && !page.locator("body").innerText().isBlank());
      assertEquals(List.of(), looks.violations(path.replace('/', '-') + "-empty"));
    }
  }

  @ParameterizedTest
  @Order(2)
  @ValueSource(strings = {"en", "zh-CN"})
  void retentionIsChangedAndApplied(String language) throws Exception {
    String id = language.substring(0, 2);
    Instant old = Instant.now().minus(Duration.ofDays(100));
    List<String> events = new ArrayList<>();
    for (int i = 0; i < REVIEWS; i++) {
      events.add(
          "{\"id\":\"%s%d\",\"type\":\"reviewed\",\"occurredAt\":\"%s\",\"customer\":\"c%d\",\"product\":\"p1\",\"properties\":{\"rating\":\"4\",\"text\":\"good\"}}"
              .formatted(id, i, old, i));
    }
    door.post("events", "[" + String.join(",", events) + "]");
    visit("retention", language);
    Locator kinds = page.locator("#kind-grid");
    String words = spoken.isChinese() ? "评价和帖子" : "Reviews and posts";
    action("data.script.change", words).click();
    page.locator("#days input").fill("30");
    submit();
    assertThat(kinds).containsText(spoken.text("data.retention.days", 30));
    assertThat(page.locator("#change-grid")).containsText(words);
    assertThat(page.locator("#change-grid")).containsText(Screens.NAME);
    page.waitForCondition(() -> {
      page.locator("#apply").click();
      boolean there = page.locator("#going").innerText().contains(words);
      if (!there) {
        page.keyboard().press("Escape");
      }
      return there;
    });
    assertThat(page.locator("#going"))
        .containsText(spoken.text("data.retention.going", words, Integer.toString(REVIEWS)));
    assertEquals(List.of(), browsing.violations(page));
    submit();
    Door.until(
        "they are gone",
        () -> door.get("retention").contains("\"id\":\"words\",\"days\":30,\"rows\":0"));
    assertThat(page.locator("#letting-go")).not().isVisible();
    action("data.script.change", words).click();
    page.locator("#days input").fill("");
    submit();
    assertThat(page.locator("#change-grid")).containsText(spoken.text("data.retention.forever"));
  }

  @ParameterizedTest
  @Order(3)
  @ValueSource(strings = {"en", "zh-CN"})
  void aFolderIsAddedAndRunAndItsExportChanges(String language) throws Exception {
    String id = language.substring(0, 2);
    Path folder = Files.createDirectories(home.resolve("inbox").resolve(id));
    file(folder, "1.csv", DRY, id, 1, 5);
    visit("sources", language);
    page.locator("#add-source").click();
    String name = "Till " + id;
    page.locator("#source-name input").fill(name);
    page.locator("#source-where input").fill("/etc");
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText("/etc");
    page.locator("#source-where input").fill(folder.toString());
    assertThat(page.locator("#source-role")).containsText(spoken.text("data.sources.role.guess"));
    page.locator("#source-role").click();
    page.locator(
            "vaadin-select-item",
            new Page.LocatorOptions().setHasText(spoken.text("data.role.orders")))
        .click();
    assertEquals(List.of(), browsing.violations(page));
    submit();
    action("data.script.change", name).click();
    assertThat(page.locator("#source-role")).containsText(spoken.text("data.role.orders"));
    page.locator(
            "vaadin-dialog vaadin-button",
            new Page.LocatorOptions().setHasText(spoken.text("data.cancel")))
        .click();
    page.locator("#source-grid a", new Page.LocatorOptions().setHasText(name)).click();
    action("data.sources.run", name).click();
    Locator runs = page.locator("#run-grid");
    assertThat(runs).containsText("1.csv");
    assertThat(runs).containsText(spoken.text("data.sources.outcome.loaded"));

    file(folder, "2.csv", OTHER, id, 4, 5); // two of them known
    file(folder, "3.csv", OTHER, id, 9, 3);
    action("data.sources.run", name).click();
    Locator alerts = page.locator("#alert-grid");
    assertThat(alerts).containsText(name);
    assertThat(alerts).containsText("amount");
    assertThat(alerts).containsText("paid_sum");
    assertThat(runs).containsText("3.csv");
    screens.open(""); // the same stands on Today
    assertThat(screens.home()).containsText("paid_sum");
    visit("sources", language);
    page.locator("#alert-grid a").click();
    assertThat(screens.title()).containsText(name);
    assertThat(page.locator("#held-about")).containsText("2.csv, 3.csv");
    assertThat(page.locator("#mapping .mq-gone")).containsText("amount");
    assertThat(page.locator("#mapping .mq-gone")).containsText(spoken.text("data.meaning.amount"));
    Locator guess = page.locator("#column-6 vaadin-combo-box input");
    guess.fill(spoken.text("data.meaning.amount"));
    page.locator(
            "vaadin-combo-box-item",
            new Page.LocatorOptions().setHasText(spoken.text("data.meaning.amount")))
        .first()
        .click();
    assertThat(page).hasURL(Pattern.compile("column=6(:|%3A)amount"));
    page.reload();
    assertThat(guess).hasValue(spoken.text("data.meaning.amount"));
    page.locator("#check").click();
    assertThat(page.locator("#count-rows")).hasText("3");
    assertThat(page.locator("#count-added")).hasText("3");
    if (language.equals("en")) {
      assertEquals(List.of(), looks.violations("held"));
    }
    page.locator("#go").click();
    assertThat(runs).containsText(spoken.text("data.sources.outcome.loaded"));
    assertThat(page.locator("#alert-grid")).hasCount(0);
    Door.until("all orders are there", () -> orders(id) == 11); // 5, 5 of which 2 are known, 3
    screens.open("sources/none/columns");
    assertThat(page.locator("#held-about")).hasText(spoken.text("data.held.none"));
    visit("sources", language);
    if (language.equals("en")) {
      assertEquals(List.of(), looks.violations("sources"));
    }
    action("data.script.remove", name).click();
    action("data.script.restore", name).click();
    assertThat(action("data.sources.run", name)).isVisible();
  }

  private static void file(Path folder, String name, String head, String id, int first, int rows)
      throws Exception {
    StringBuilder text = new StringBuilder(head);
    for (int row = first; row < first + rows; row++) {
      text.append("%s-%d,c%d,p1,Tea,1,%d.50,2026-03-%02d\n".formatted(id, row, row, 10 + row, row));
    }
    Files.writeString(folder.resolve(name), text);
  }

  /// Orders of this language's files, as the door tells of one product.
  private int orders(String id) throws IOException, InterruptedException {
    String body = door.get("products/p1");
    int all = Integer.parseInt(body.replaceAll("(?s).*\"orders\":(\\d+).*", "$1"));
    return id.equals("en") ? all : all - 11;
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(strings = {"en", "zh-CN"})
  void anEventTypeIsDeclaredAndSent(String language) throws Exception {
    String type = "tasted" + language.substring(0, 2);
    visit("event-types", language);
    page.locator("#declare").click();
    page.locator("#type-name input").fill(type);
    page.locator("#type-label input").fill("Tasting 品鉴");
    page.locator("#type-fields textarea").fill("distance numbr km");
    page.locator("#submit").click();
    assertThat(page.locator("#problem")).containsText("numbr");
    page.locator("#type-fields textarea").fill("distance number km required\nguest text personal");
    assertEquals(List.of(), browsing.violations(page));
    submit();
    assertThat(page.locator("#type-grid")).containsText("distance number km required");
    String event =
        "[{\"id\":\"%s\",\"type\":\"%s\",\"occurredAt\":\"2026-03-01T10:00:00Z\",\"customer\":\"c1\",\"properties\":{%s}}]";
    door.post("events", event.formatted(type, type, "\"distance\":\"12\""));
    HttpResponse<String> wrong =
        door.answer("POST", "events", event.formatted(type + "2", type, "\"distance\":\"far\""));
    assertTrue(wrong.body().contains("distance"), wrong.statusCode() + wrong.body());
    page.locator("#type-grid a", new Page.LocatorOptions().setHasText(type)).click();
    assertThat(page.locator("#history-grid")).containsText("distance");
    if (language.equals("en")) {
      assertEquals(List.of(), looks.violations("event-types"));
    }
    action("data.own-types.withdraw", type).click();
    assertThat(page.locator("#history-grid")).containsText(spoken.text("data.own-types.withdrawn"));
    action("data.script.restore", type).first().click();
    assertThat(page.locator("#type-grid")).containsText(type);
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(strings = {"en", "zh-CN"})
  void anImportIsTakenBack(String language) throws Exception {
    visit("imports", language);
    String file = DRY + "back-" + language + ",c1,p1,Tea,1,10.00,2026-04-01\n";
    page.locator("#upload input[type=file]")
        .setInputFiles(
            new FilePayload("late.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    page.locator("#start").click();
    assertThat(page.locator("#count-added")).hasText("1");
    page.locator("#undo").click();
    assertThat(page.locator("#undo-does")).containsText(spoken.text("data.undo.removed", 1, "1"));
    assertEquals(List.of(), browsing.violations(page));
    page.locator("#undo-sure").click();
    assertThat(page.locator("#verdict")).hasText(spoken.text("data.verdict.undone"));
    visit("imports", language);
    assertThat(page.locator("#import-grid")).containsText(spoken.text("data.state.undone"));
    if (language.equals("en")) {
      assertEquals(List.of(), looks.violations("imports-full"));
    }
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(strings = {"en", "zh-CN"})
  void aRefusedAddressSaysWhyInWordsWhereverItIsShown(String language) throws Exception {
    String id =
        door.post(
                "sources",
                "{\"name\":\"Inside\",\"place\":\"ADDRESS\",\"where\":\"https://127.0.0.1:9443/f.csv\","
                    + "\"cron\":\"0 6 * * *\",\"columns\":{}}")
            .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    door.post("sources/" + id + "/run", "");
    Door.until("it is refused", () -> door.get("source-alerts").contains(id));
    visit("sources/" + id, language);
    String why =
        spoken.isChinese()
            ? "主机不在公共互联网上：127.0.0.1"
            : "the host is not on the public internet: 127.0.0.1";
    assertThat(page.locator("#alert-grid")).containsText(why);
    assertThat(page.locator("#run-grid")).containsText(why);
    visit("system/jobs", language);
    assertThat(page.locator("#jobs")).containsText(why);
    visit("", language);
    assertThat(screens.home()).containsText(why);
    door.call("DELETE", "sources/" + id, "");
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(strings = {"en", "zh-CN"})
  void jobsAreCalledInWords(String language) throws Exception {
    visit("system/jobs", language);
    Locator jobs = page.locator("#jobs");
    for (String title :
        spoken.isChinese()
            ? List.of("导入文件", "读取数据来源", "清除到期的数据")
            : List.of("Importing a file", "Reading a source", "Letting go of data past its time")) {
      assertThat(jobs).containsText(title);
    }
    if (language.equals("en")) {
      assertEquals(List.of(), looks.violations("jobs-full"));
    }
  }

  @Test
  @Order(7)
  void aPhoneNeedsNoScrollingSideways() throws Exception {
    page.setViewportSize(390, 844);
    for (String language : List.of("en", "zh-CN")) {
      for (String path :
          List.of("retention", "sources", "event-types", "imports", "quality", "page-script")) {
        visit(path, language);
        screens.settled();
        Browsing.shot(page, path + "-phone-" + language);
        assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), path);
      }
    }
    page.setViewportSize(1280, 860);
  }
}
