package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/// What a person does on the Extensions page, in a suite that allows unsigned features and whose
/// last state is without the extension.
record ExtensionsJourney(Page page, Screens screens, Browsing browsing, Door door) {
  /// @param key public key of Acme, whom nobody trusts yet
  /// @param offers a repository that Acme signed
  void uploadInstallSwapAndRollBack(Path zip, String key, Path offers) throws Exception {
    Looks looks = new Looks(page, screens, browsing);
    refusesWhatIsNoArchive(zip.resolveSibling("hello").resolve("feature.json"));
    install(zip);
    survivesAReloadAndASwapOfItself();
    assertEquals(List.of(), looks.violations("extensions-installed"));
    rollBack(looks);
    trust(key, offers);
    assertEquals(List.of(), looks.violations("extensions-trust"));
    seeOffer(looks);
  }

  private void refusesWhatIsNoArchive(Path file) {
    screens.open("extensions/available");
    assertThat(stage("committed"))
        .containsText("Hello 1.0.0 goes. It is done"); // removed, and watched so far
    assertThat(page.locator("#available")).containsText("No repository offers anything");
    refuses(file, "this is no zip file");
    screens.speak("zh-CN");
    refuses(file, "这不是 zip 文件");
    screens.speak("en");
  }

  private void refuses(Path file, String why) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    assertThat(page.locator("#upload-problem")).containsText(why);
  }

  private void install(Path zip) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(zip);
    Locator plan = page.locator("#plan");
    assertThat(plan).containsText("Hello 1.0.0 is new; not signed: nobody vouches for it");
    assertThat(plan).containsText("page: HelloPage comes");
    assertEquals(List.of(), browsing.violations(page));
    Browsing.shot(page, "extensions-plan");
    page.locator("#again input").fill("a wrong password");
    page.locator("#submit").click();
    assertThat(page.locator("#refused")).hasText("The password is wrong.");
    assertThat(screens.navigation("Hello")).hasCount(0);
    page.locator("#why input").fill("to greet");
    watched("300 s"); // until somebody says that it counts
    confirm();
  }

  private void watched(String choice) {
    page.locator("#probation").click();
    page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText(choice)).click();
  }

  private void confirm() {
    page.locator("#again input").fill(Screens.PASSWORD);
    page.locator("#submit").click();
    assertThat(page.locator("#submit")).hasCount(0);
  }

  private void survivesAReloadAndASwapOfItself() throws Exception {
    assertThat(stage("probation")).containsText("is watched");
    screens.open("extensions");
    assertThat(stage("probation")).containsText("Hello 1.0.0");
    page.locator("#run-keep").click();
    assertThat(stage("committed")).containsText("Hello 1.0.0 is new. It is done");
    assertThat(page.locator("#feature-hello")).containsText("does well");
    page.locator("#search input").fill("hel");
    assertThat(page.locator("#feature-platform")).hasCount(0);
    String swap =
        "{\"wishes\": [{\"kind\": \"swap\", \"what\": \"ui/ui.extensions\"}],"
            + " \"probationSeconds\": 0}";
    assertTrue(door.post("feature-changes", swap).contains("committed"));
    assertThat(stage("committed")).containsText("Web interface");
    assertThat(page.locator("#search input")).hasValue("hel");
    assertThat(page.locator("#feature-hello")).containsText("does well");
    assertThat(page.locator("#feature-platform")).hasCount(0);
  }

  private Locator stage(String stage) {
    return page.locator("#stage[data-stage=" + stage + "]");
  }

  private void rollBack(Looks looks) {
    screens.open("extensions/history");
    assertThat(page.locator("#states")).containsText("to greet");
    assertThat(page.locator("#states")).containsText(Screens.NAME);
    assertThat(page.locator("#states")).containsText("command line");
    assertEquals(List.of(), looks.violations("extensions-history"));
    page.locator("[aria-label='Back to it …: State 2']").click();
    assertThat(page.locator("#plan")).containsText("Hello 1.0.0 goes");
    watched("not at all");
    confirm();
    assertThat(stage("committed")).containsText("Hello 1.0.0");
    assertThat(screens.navigation("Hello")).hasCount(0);
    assertThat(page.locator("#difference")).containsText("hello 1.0.0 is gone");
  }

  private void trust(String key, Path offers) {
    screens.open("extensions/trust");
    page.locator("#key-add").click();
    page.locator("#key-name input").fill("Acme");
    page.locator("#key-text input").fill("no key");
    page.locator("#submit").click();
    assertThat(screens.problem()).containsText("key");
    page.locator("#key-text input").fill(key);
    page.locator("#submit").click();
    assertThat(page.locator("#keys")).containsText("trusted");
    page.locator("#repository-add").click();
    page.locator("#repository-name input").fill("acme");
    page.locator("#repository-address input").fill(offers.toString());
    page.locator("#submit").click();
    assertThat(page.locator("#repositories")).containsText(offers.toString());
    assertThat(page.locator("#switch-unsigned input")).isChecked();
    page.locator("#switch-unsigned input").uncheck();
    screens.settled();
    page.reload();
    assertThat(page.locator("#switch-unsigned input")).not().isChecked();
  }

  private void seeOffer(Looks looks) {
    screens.open("extensions/available");
    Locator card = page.locator("#feature-hello");
    assertThat(card).containsText("signed by Acme");
    assertThat(card).containsText("fits this suite");
    assertEquals(List.of(), looks.violations("extensions-offers"));
    page.locator("[aria-label='Install …: Hello 1.0.0']").click();
    assertThat(page.locator("#plan")).containsText("Hello 1.0.0 is new; signed by Acme");
    page.keyboard().press("Escape");
    assertThat(page.locator("#plan")).hasCount(0);
  }
}
