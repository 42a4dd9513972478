import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Gives javac one class loader for the same plugins, so that Error Prone is loaded and warm once in
/// a build and not anew for each module (`-XDprocloader`). Only `cnf/verify` uses it.
public final class KeptLoader extends ClassLoader {
  private static final Map<List<String>, ClassLoader> KEPT = new ConcurrentHashMap<>();

  /// @param urls the plugins
  /// @param parent javac's own
  public KeptLoader(URL[] urls, ClassLoader parent) {
    super(
        KEPT.computeIfAbsent(
            Arrays.stream(urls).map(URL::toString).toList(),
            _ -> new URLClassLoader(urls, parent)));
  }
}
