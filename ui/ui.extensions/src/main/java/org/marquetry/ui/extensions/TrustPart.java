package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.feature.api.FeatureRepository;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.FeatureTrust;
import org.marquetry.feature.api.TrustedKey;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Told;

/// Whom the operator trusts and where features come from.
final class TrustPart extends Div implements Part {
  private static final long serialVersionUID = 1L;

  private final transient ExtensionServices services;
  private final transient FeatureSources sources;
  private final boolean mayChange = Actor.current().may(FeatureSources.TRUST);

  TrustPart(ExtensionServices services) {
    this.services = services;
    this.sources = services.sources();
    setId("trust");
    refresh();
  }

  @Override
  public void refresh() {
    removeAll();
    FeatureTrust trust = sources.trust();
    add(new H2(getTranslation("extensions.keys")), keys(trust.keys()));
    if (mayChange) {
      add(Cards.tools(opens("key-add", () -> new KeyDialog(sources, this::refresh).open())));
    }
    add(new H2(getTranslation("extensions.repositories")), repositories(sources.repositories()));
    if (mayChange) {
      add(
          Cards.tools(
              opens("repository-add", () -> new RepositoryDialog(sources, this::refresh).open())));
    }
    add(
        new H2(getTranslation("extensions.switches")),
        choice("remote", trust.remote(), sources::allowRemote),
        choice("unsigned", trust.unsigned(), sources::allowUnsigned));
  }

  private Button opens(String word, Runnable open) {
    Button button = new Button(getTranslation("extensions." + word), _ -> open.run());
    button.setId(word);
    return button;
  }

  private Component keys(List<TrustedKey> keys) {
    if (keys.isEmpty()) {
      return Lists.none(getTranslation("extensions.keys.none"));
    }
    Grid<TrustedKey> grid = Lists.grid("keys");
    grid.addColumn(k -> k.name().isEmpty() ? "–" : k.name())
        .setHeader(getTranslation("extensions.key.name"));
    Grid.Column<TrustedKey> id =
        grid.addColumn(TrustedKey::id).setHeader(getTranslation("extensions.key.id"));
    Grid.Column<TrustedKey> since =
        grid.addColumn(k -> services.formats(getLocale()).dateTime(Instant.parse(k.since())))
            .setHeader(getTranslation("extensions.key.since"));
    grid.addComponentColumn(this::condition)
        .setHeader(getTranslation("extensions.state.is"))
        .setFlexGrow(2);
    if (mayChange) {
      grid.addComponentColumn(this::revoke).setHeader(getTranslation("shell.saved.actions"));
    }
    Lists.inWideWindows(grid, id, since);
    grid.setItems(keys);
    return grid;
  }

  private Component condition(TrustedKey key) {
    if (!key.revoked().isEmpty()) {
      return Cards.chip(getTranslation("extensions.key.revoked", key.revoked()), "mq-odd");
    }
    return Cards.chip(
        getTranslation(key.suite() ? "extensions.key.suite" : "extensions.key.trusted"),
        "mq-strong");
  }

  private Component revoke(TrustedKey key) {
    return key.revoked().isEmpty()
        ? Lists.action(
            getTranslation("extensions.key.revoke"),
            key.name(),
            () -> new RevokeDialog(sources, key, this::refresh).open())
        : new Span();
  }

  private Component repositories(List<FeatureRepository> repositories) {
    if (repositories.isEmpty()) {
      return Lists.none(getTranslation("extensions.repositories.none"));
    }
    Grid<FeatureRepository> grid = Lists.grid("repositories");
    grid.addColumn(FeatureRepository::name).setHeader(getTranslation("extensions.repository.name"));
    grid.addColumn(FeatureRepository::address)
        .setHeader(getTranslation("extensions.repository.address"))
        .setFlexGrow(3);
    Grid.Column<FeatureRepository> seen =
        grid.addColumn(r -> r.seen() == 0 ? "–" : Long.toString(r.seen()))
            .setHeader(getTranslation("extensions.repository.seen"));
    if (mayChange) {
      grid.addComponentColumn(r ->
              Lists.action(
                  getTranslation("extensions.repository.remove"),
                  r.name(),
                  () -> change(() -> sources.remove(r.name()))))
          .setHeader(getTranslation("shell.saved.actions"));
    }
    Lists.inWideWindows(grid, seen);
    grid.setItems(repositories);
    return grid;
  }

  private Component choice(String word, boolean value, Consumer<Boolean> change) {
    Checkbox box = new Checkbox(getTranslation("extensions.switch." + word), value);
    box.setId("switch-" + word);
    box.setReadOnly(!mayChange);
    box.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        change(() -> change.accept(e.getValue()));
      }
    });
    Paragraph about = new Paragraph(getTranslation("extensions.switch." + word + ".about"));
    about.addClassName("shell-subtitle");
    return new Div(box, about);
  }

  private void change(Runnable change) {
    Told.when(this, () -> Refusals.asArgument(change));
    refresh();
  }
}
