package org.marquetry.ui.test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;

/// The forms that the suite makes of an extension's settings, used with the keyboard.
record SettingsForms(Page page, Screens screens, Browsing browsing) {
  /// Set a webhook, first with a number that is refused.
  void set(String feature, String address, String secret) throws IOException {
    screens.open("extensions/installed");
    page.getByText("Its settings").click();
    page.waitForURL("**/settings/" + feature);
    assertThat(screens.title()).hasText("Settings of extensions");
    Locator seconds = field("Seconds");
    assertThat(seconds).hasValue("10");
    seconds.fill("99");
    field("Address").fill(address);
    field("Secret").fill(secret);
    press("Save");
    assertThat(page.locator("vaadin-text-field[invalid]")).containsText("must be at most 60");
    seconds.fill("20");
    press("Save");
    assertThat(page.locator("#settings")).containsText("Set; leave it empty to keep it");
    assertThat(field("Secret")).hasValue("");
    assertThat(field("Address")).hasValue(address);
    assertEquals(List.of(), new Looks(page, screens, browsing).violations("settings"));
  }

  /// Change a number and take it back by the history, which tells no secret.
  void restore(String feature) {
    screens.open("settings");
    assertThat(page.locator(".settings-level")).containsText("DEBUG");
    field("Seconds").fill("30");
    press("Save");
    assertThat(page.getByText("Saved; it counts now")).isVisible();
    press("History");
    Locator changes = page.locator("#settings-changes");
    assertThat(changes).containsText("Secret: ***");
    assertThat(changes).containsText("Seconds: 30");
    assertEquals(List.of(), browsing.violations(page, Browsing.Rules.WORDS));
    changes.getByText("Restore").first().press("Enter");
    assertThat(field("Seconds")).hasValue("20");
  }

  private Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .press("Enter");
  }
}
