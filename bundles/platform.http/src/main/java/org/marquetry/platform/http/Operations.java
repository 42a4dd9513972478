package org.marquetry.platform.http;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.marquetry.lib.suggestion.Suggestion;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// The operations that are there, found by method and path. Keeps only texts of a spec, never its
/// classes, so that a bundle that goes is not held.
final class Operations {
  /// @param classes those that the spec names, by weak references
  private record Route(
      Operation operation,
      String method,
      String path,
      PathTemplate template,
      List<WeakReference<Class<?>>> classes) {

    /// Whether a spec comes from the same version of the bundle.
    boolean isOf(OperationSpec spec) {
      List<Class<?>> now = named(spec);
      boolean same = path.equals(spec.path()) && method.equals(spec.method());
      for (int i = 0; same && i < now.size(); i++) {
        same = i < classes.size() && classes.get(i).refersTo(now.get(i));
      }
      return same && now.size() == classes.size();
    }
  }

  /// An operation that serves a request.
  record Found(Operation operation, OperationSpec spec, Map<String, String> parameters) {}

  private final List<Route> routes = new CopyOnWriteArrayList<>();
  private final Runnable swapped;

  /// @param swapped called when the bundle of an operation was replaced by another version
  Operations(Runnable swapped) {
    this.swapped = swapped;
  }

  void add(Operation operation) {
    routes.add(route(operation, spec(operation)));
  }

  void remove(Operation operation) {
    routes.removeIf(r -> r.operation.equals(operation));
  }

  /// @throws ProblemException 404 or 405
  Found find(String method, String path) {
    List<Route> here =
        routes.stream()
            .filter(r -> r.template.match(path).isPresent())
            .sorted(Comparator.comparingLong(r -> r.template.parameters()))
            .toList();
    for (Route route : here) {
      if (route.method.equals(method)) {
        OperationSpec spec = spec(route.operation);
        if (!route.isOf(spec)) { // its bundle was swapped
          refresh(route, spec);
          swapped.run();
          return find(method, path);
        }
        return new Found(
            route.operation, spec, Objects.requireNonNull(route.template.match(path).orElse(null)));
      }
    }
    throw new ProblemException(here.isEmpty() ? unknown(path) : otherMethod(method, path));
  }

  /// The methods that a path takes, for the header `Allow`.
  String allowed(String path) {
    TreeSet<String> methods = new TreeSet<>();
    routes.stream()
        .filter(r -> r.template.match(path).isPresent())
        .forEach(r -> methods.add(r.method));
    return String.join(", ", methods);
  }

  /// What is there now, by path; an operation whose bundle is just being replaced is left out.
  List<OperationSpec> specs() {
    return routes.stream()
        .flatMap(r -> ifThere(r.operation).stream())
        .sorted(Comparator.comparing(OperationSpec::path).thenComparing(OperationSpec::method))
        .toList();
  }

  private static Optional<OperationSpec> ifThere(Operation operation) {
    try {
      return Optional.of(spec(operation));
    } catch (ProviderMissing gone) {
      return Optional.empty();
    }
  }

  private void refresh(Route old, OperationSpec spec) {
    routes.replaceAll(r -> r.equals(old) ? route(old.operation, spec) : r);
  }

  private Problem unknown(String path) {
    TreeSet<String> paths = new TreeSet<>();
    routes.forEach(r -> paths.add(r.path));
    String near =
        Suggestion.closest(path, paths).map(p -> "Did you mean /api/v1" + p + "? ").orElse("");
    return new Problem(
        404,
        "No such operation",
        "There is no /api/v1" + path + ".",
        near + "GET /api/v1/operations lists what is there; the bundle that serves it may be off.");
  }

  private Problem otherMethod(String method, String path) {
    return new Problem(
        405,
        "Method not allowed",
        "/api/v1" + path + " does not take " + method + ".",
        "Use " + allowed(path) + ".");
  }

  private static Route route(Operation operation, OperationSpec spec) {
    return new Route(
        operation,
        spec.method(),
        spec.path(),
        PathTemplate.of(spec.path()),
        named(spec).stream().map(type -> new WeakReference<Class<?>>(type)).toList());
  }

  private static List<Class<?>> named(OperationSpec spec) {
    List<Class<?>> classes = new ArrayList<>();
    spec.request().ifPresent(classes::add);
    spec.response().ifPresent(classes::add);
    return classes;
  }

  private static OperationSpec spec(Operation operation) {
    return Actor.SYSTEM.call(operation::spec);
  }
}
