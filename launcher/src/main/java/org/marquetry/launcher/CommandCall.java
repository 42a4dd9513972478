package org.marquetry.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/// Calls one command of the running suite: a `Function<String[], Integer>` service with
/// `marquetry.command=NAME`.
final class CommandCall {
  private static final long PATIENCE_SECONDS = 10;

  private final Suite suite;
  private final BundleContext context;

  CommandCall(Suite suite) {
    this.suite = suite;
    this.context = suite.context();
  }

  /// Wait for the command, run it and return its exit code.
  ///
  /// @param command its words; a command of the first word alone serves too, with the others as its
  ///   first arguments
  /// @throws Problem if it does not come: what did not start, and why
  int run(String command, List<String> arguments) throws InterruptedException {
    List<String> words = List.of(command.split(" "));
    String whole = filter(command);
    String first = filter(words.getFirst());
    try {
      if (!appears("(|" + whole + first + ")")) throw missing(command);
      if (find(whole) != null || words.size() == 1) return call(whole, command, arguments);
      List<String> all = new ArrayList<>(words.subList(1, words.size()));
      all.addAll(arguments);
      return call(first, command, all);
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("a command's name comes from a feature", e);
    }
  }

  private static String filter(String command) {
    String type = Constants.OBJECTCLASS + "=" + Function.class.getName();
    return "(&(" + type + ")(marquetry.command=" + command + "))";
  }

  private boolean appears(String filter) throws InvalidSyntaxException, InterruptedException {
    var appeared = new CountDownLatch(1);
    ServiceListener listener =
        event -> {
          if (event.getType() == ServiceEvent.REGISTERED) appeared.countDown();
        };
    context.addServiceListener(listener, filter);
    try {
      return find(filter) != null || appeared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      context.removeServiceListener(listener);
    }
  }

  private int call(String filter, String command, List<String> arguments)
      throws InvalidSyntaxException {
    ServiceReference<?> reference = find(filter);
    Object service = reference == null ? null : context.getService(reference);
    if (!(service instanceof Function<?, ?> function)) throw missing(command);
    @SuppressWarnings("unchecked") // what platform.command registers under this property
    Function<String[], Integer> run = (Function<String[], Integer>) function;
    try {
      return run.apply(arguments.toArray(String[]::new));
    } finally {
      context.ungetService(reference);
    }
  }

  @org.jspecify.annotations.Nullable
  private ServiceReference<?> find(String filter) throws InvalidSyntaxException {
    ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
    return found == null ? null : found[0];
  }

  private Problem missing(String command) {
    List<String> reasons = new ArrayList<>(suite.errors());
    for (Bundle bundle : context.getBundles()) {
      boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
      if (bundle.getState() != Bundle.ACTIVE && !fragment && bundle.getBundleId() != 0)
        reasons.add(bundle.getSymbolicName() + " is not running");
    }
    reasons.addAll(diagnosis());
    String why = reasons.isEmpty() ? "no bundle offers it" : String.join("\n  ", reasons);
    return Problem.failure(
        "the command \""
            + command
            + "\" did not start within "
            + PATIENCE_SECONDS
            + " s:\n  "
            + why);
  }

  private List<String> diagnosis() {
    List<String> lines = new ArrayList<>();
    try {
      Collection<? extends ServiceReference<?>> found =
          context.getServiceReferences(Supplier.class, "(marquetry.diagnosis=true)");
      for (ServiceReference<?> reference : found) {
        if (context.getService(reference) instanceof Supplier<?> supplier)
          String.valueOf(supplier.get()).lines().forEach(lines::add);
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("the filter is a constant", e);
    }
    return lines;
  }
}
