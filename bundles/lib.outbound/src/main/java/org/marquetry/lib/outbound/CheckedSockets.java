package org.marquetry.lib.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/// Starts TLS only on a connection to an allowed address. A name may have been resolved anew since
/// it was checked; the address at the other end is what counts.
final class CheckedSockets extends SSLSocketFactory {
  private final SSLSocketFactory factory;
  private final Predicate<InetAddress> allowed;

  CheckedSockets(SSLSocketFactory factory, Predicate<InetAddress> allowed) {
    this.factory = factory;
    this.allowed = allowed;
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    InetAddress there = connected.getInetAddress();
    if (there == null || !allowed.test(there)) {
      connected.close();
      throw Outbound.internal(host);
    }
    return factory.createSocket(connected, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(new Socket(host, port), host, port, true);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(new Socket(host, port, localHost, localPort), host, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(new Socket(host, port), host.getHostAddress(), port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(
        new Socket(host, port, localHost, localPort), host.getHostAddress(), port, true);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }
}
