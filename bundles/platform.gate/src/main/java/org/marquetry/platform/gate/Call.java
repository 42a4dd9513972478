package org.marquetry.platform.gate;

/// One admitted call. Public because generated proxies use it; the bundle exports nothing.
public interface Call {
  /// Return the provider's service that the call goes to.
  Object service();

  /// End a call that returned.
  void leave();

  /// End a call that threw, and say what its caller shall be thrown.
  Throwable failed(Throwable thrown);
}
