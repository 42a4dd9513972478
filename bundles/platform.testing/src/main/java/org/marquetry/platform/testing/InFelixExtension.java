package org.marquetry.platform.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/// Starts a framework for each test.
final class InFelixExtension extends Inside {
  private static final Namespace NAMESPACE = Namespace.create(InFelixExtension.class);

  @Override
  protected Felix begin(ExtensionContext test) {
    InFelix wanted = wanted(test);
    Felix felix = Felix.start(properties(wanted, test.getRequiredTestClass()));
    test.getStore(NAMESPACE).put(Felix.class, new Closing(felix));
    if (wanted.bundles().length > 0) {
      felix.start(wanted.bundles());
    }
    if (wanted.api().length > 0) {
      felix.bundle("test.api").withPackagesOf(wanted.api()).exported().start();
    }
    return felix;
  }

  private static Map<String, String> properties(InFelix wanted, Class<?> type) {
    Stream<String> more =
        AnnotationSupport.findRepeatableAnnotations(type, FelixProperty.class).stream()
            .map(FelixProperty::value);
    Map<String, String> properties = new HashMap<>();
    Stream.concat(Stream.of(wanted.properties()), more)
        .forEach(property -> {
          int equals = property.indexOf('=');
          String value = property.substring(equals + 1).replace("{test}", type.getSimpleName());
          properties.put(property.substring(0, equals), value);
        });
    return properties;
  }

  private static InFelix wanted(ExtensionContext test) {
    Class<?> type = test.getRequiredTestClass();
    return AnnotationSupport.findAnnotation(type, InFelix.class)
        .orElseThrow(() ->
            new IllegalStateException(type + " must carry @InFelix itself: it cannot be nested"));
  }

  private record Closing(Felix felix) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      felix.close();
    }
  }
}
