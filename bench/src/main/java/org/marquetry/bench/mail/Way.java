package org.marquetry.bench.mail;

import jakarta.mail.MessagingException;

/// One way to send mails, on kept connections.
interface Way extends AutoCloseable {
  /// Write and send one mail.
  ///
  /// @param connection 0 to connections - 1; one caller each
  void send(int connection, String round, long n) throws Exception;

  @Override
  void close() throws MessagingException;
}
