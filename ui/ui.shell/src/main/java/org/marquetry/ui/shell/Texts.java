package org.marquetry.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.ui.api.TextContribution;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The texts of all installed bundles. A key that no bundle knows is shown as it is; the browser
/// test looks for such keys.
@Component(service = Texts.class)
public final class Texts implements I18NProvider {
  private static final long serialVersionUID = 1L;

  /// The languages of the suite; the first is taken when the browser asks for neither.
  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  /// @param component the name of its component, the same in all versions of a bundle
  private record Source(String component, TextContribution texts) {}

  private final transient List<Source> sources = new CopyOnWriteArrayList<>();
  private transient volatile Runnable changed = () -> {};

  /// In a swap the successor's texts come before the former ones go: they take their place at once.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(TextContribution texts, Map<String, Object> properties) {
    Source source = new Source(String.valueOf(properties.get("component.name")), texts);
    synchronized (sources) {
      int former = sources.stream().map(Source::component).toList().indexOf(source.component);
      sources.add(former < 0 ? sources.size() : former, source);
    }
    changed.run();
  }

  void remove(TextContribution texts, Map<String, Object> properties) {
    String component = String.valueOf(properties.get("component.name"));
    boolean another;
    synchronized (sources) {
      sources.removeIf(s -> s.texts.equals(texts));
      another = sources.stream().anyMatch(s -> s.component.equals(component));
    }
    if (another) { // else their page goes as well
      changed.run();
    }
  }

  /// Call this whenever the texts of a bundle that is there changed, so that open pages can take
  /// them: a bundle's texts may come after its page.
  void whenChanged(Runnable action) {
    changed = action;
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    return sources.stream()
        .map(s -> s.texts.text(key, locale))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> params.length == 0 ? text : new MessageFormat(text, locale).format(params))
        .orElse(key);
  }
}
