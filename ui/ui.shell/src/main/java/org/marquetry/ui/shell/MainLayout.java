package org.marquetry.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.jspecify.annotations.Nullable;
import org.marquetry.ui.api.ViewContribution;

/// The frame around every page: navigation by the six steps, language, theme, log-out.
public final class MainLayout extends AppLayout
    implements LocaleChangeObserver, AfterNavigationObserver {
  private static final long serialVersionUID = 1L;

  private final transient Views views;
  private final Navigation navigation;
  private final DrawerToggle toggle = new DrawerToggle();
  private final LanguageAndTheme choices = new LanguageAndTheme();
  private final Div banner = new Div();
  private final Help help = new Help();
  private final Button logOut = new Button(new Icon("vaadin", "sign-out"));
  private transient @Nullable OpenTab tab;

  /// @param sample whether this is a made-up shop, which every page says
  MainLayout(Views views, boolean sample) {
    this.views = views;
    this.navigation = new Navigation(views);
    logOut.setId("log-out");
    logOut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    logOut.addClickListener(e -> {
      UI.getCurrent().getPage().setLocation("login");
      UserSession.end();
    });
    Div space = new Div();
    space.addClassName("shell-space");
    Div bar = new Div(toggle, space, help, choices, logOut);
    bar.addClassName("shell-bar");
    banner.setId("sample");
    banner.addClassName("shell-sample");
    banner.getElement().setAttribute("role", "region");
    banner.setVisible(sample);
    Div top = new Div(banner, bar);
    top.addClassName("shell-top");
    addToNavbar(top);
    addToDrawer(new Brand(), new Scroller(navigation));
    setPrimarySection(Section.DRAWER);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    tab = new OpenTab(this, event.getUI());
    views.opened(tab);
    TypedText.remember(event.getUI());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (tab != null) {
      views.closed(tab);
      tab = null;
    }
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    refresh();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    entitle();
  }

  /// Show a page; whoever made it, it is the main part of the document.
  @Override
  public void setContent(@Nullable Component content) {
    if (content != null) {
      content.getElement().setAttribute("role", "main");
    }
    super.setContent(content);
  }

  /// Show the navigation of now, in the language of now.
  void refresh() {
    choices.translate();
    banner.setText(getTranslation("shell.sample"));
    banner.getElement().setAttribute("aria-label", banner.getText());
    toggle.setAriaLabel(getTranslation("shell.navigation.toggle"));
    logOut.setAriaLabel(getTranslation("shell.logOut"));
    logOut.setTooltipText(getTranslation("shell.logOut"));
    navigation.fill();
    entitle();
  }

  /// Name the browser's tab after the page, once Flow has set its own empty name.
  private void entitle() {
    help.about(titleKey());
    getUI()
        .ifPresent(
            ui -> ui.beforeClientResponse(this, c -> ui.getPage().setTitle(Titles.of(title()))));
  }

  /// A page about a single thing is called after it.
  private String title() {
    return getContent() instanceof HasDynamicTitle named
        ? named.getPageTitle()
        : getTranslation(titleKey());
  }

  private String titleKey() {
    Component content = getContent();
    return switch (content) {
      case HomeView _ -> "shell.home";
      case SystemView _ -> "shell.system";
      case UsersView _ -> "shell.users";
      case FaultView _ -> "shell.fault.title";
      case null -> "shell.unknown.title";
      default ->
          views
              .find(content.getClass())
              .map(ViewContribution::titleKey)
              .orElse("shell.unknown.title");
    };
  }
}
