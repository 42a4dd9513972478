package org.marquetry.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.ui.api.Places;

/// Makes pages: contributed ones in their bundle, the shell's own with its services.
final class ViewInstantiator extends DefaultInstantiator {
  private static final long serialVersionUID = 1L;

  private final transient Views views;
  private final transient Texts texts;
  private final transient Places places;
  private final transient PageServices services;
  private final transient Bells bells;

  ViewInstantiator(
      VaadinService service,
      Views views,
      Texts texts,
      Places places,
      PageServices services,
      Bells bells) {
    super(service);
    this.views = views;
    this.texts = texts;
    this.places = places;
    this.services = services;
    this.bells = bells;
  }

  @Override
  public Stream<VaadinServiceInitListener> getServiceInitListeners() {
    return Stream.of(event -> {
      VaadinService service = event.getSource();
      service.addSessionInitListener(begun -> begun.getSession().setErrorHandler(new Faults()));
      service.addUIInitListener(begun -> {
        begun.getUI().addBeforeEnterListener(new AccessCheck(views, services.setUp()));
        Acts.begin(begun.getUI());
        bells.hang(begun.getUI());
      });
    });
  }

  @Override
  public I18NProvider getI18NProvider() {
    return texts;
  }

  @Override
  public <T> T getOrCreate(Class<T> type) {
    if (Component.class.isAssignableFrom(type)) {
      Optional<Component> page = own(type).or(() -> views.create(type));
      if (page.isPresent()) {
        return type.cast(page.get());
      }
    }
    return super.getOrCreate(type);
  }

  private Optional<Component> own(Class<?> type) {
    if (type == MainLayout.class) return Optional.of(new MainLayout(views, services.sample()));
    if (type == HomeView.class) return Optional.of(new HomeView(places, services.shop()));
    if (type == LogInView.class) return Optional.of(new LogInView(services.logIn()));
    if (type == SetUpView.class) return Optional.of(new SetUpView(services));
    if (type == SystemView.class) return Optional.of(new SystemView(services));
    if (type == UsersView.class) return Optional.of(new UsersView(services));
    return type == AwayView.class ? Optional.of(new AwayView(views)) : Optional.empty();
  }
}
