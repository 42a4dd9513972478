package org.marquetry.platform.api.http;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// A request of a stranger; everything in it may be made up.
@ProviderType
public interface OpenRequest {
  /// The largest body in bytes; a larger one is answered with 413 before anybody sees it.
  int MAX_BODY = 64 << 10;

  /// `GET`, `POST` or `OPTIONS`.
  String method();

  /// The path below `/open`.
  String path();

  /// A query parameter, decoded; the first one of that name.
  Optional<String> query(String name);

  /// A header; the first one of that name, in any letter case.
  Optional<String> header(String name);

  /// The address that it came from. Behind a proxy on this machine: the one that the proxy names.
  String from();

  /// The body, read as UTF-8.
  String body();
}
