package org.marquetry.lib.mime;

import jakarta.mail.Session;

/// Gives the thread the class loader of Jakarta Mail, through which it looks for its parts, until
/// this is closed.
public final class MailClasses implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader before = thread.getContextClassLoader();

  private MailClasses() {
    thread.setContextClassLoader(Session.class.getClassLoader());
  }

  /// Use it in a `try` of the same thread.
  public static MailClasses use() {
    return new MailClasses();
  }

  @Override
  public void close() {
    thread.setContextClassLoader(before);
  }
}
