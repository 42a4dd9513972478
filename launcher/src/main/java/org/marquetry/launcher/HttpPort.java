package org.marquetry.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;

/// Where the suite will listen, as configured for `platform.http`.
record HttpPort(String host, int port) {
  /// What `--port` sets.
  static final String KEY = "platform.http.port";

  private static final String PID = "org.marquetry.platform.http";
  private static final int DEFAULT = 8080;

  static HttpPort of(Map<String, Map<String, Object>> configuration) {
    Map<String, Object> keys = configuration.getOrDefault(PID, Map.of());
    return new HttpPort(
        String.valueOf(keys.getOrDefault("host", "127.0.0.1")),
        keys.get("port") instanceof Number number ? number.intValue() : DEFAULT);
  }

  /// Check that the port is free, before anything starts.
  ///
  /// @throws Problem if another process has it, or the address is none of this machine
  void check() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw Problem.usage(
          "the host \""
              + host
              + "\" of platform.http is unknown; use 127.0.0.1 or an address of this machine");
    } catch (IOException e) {
      throw Problem.failure(
          "cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); stop what uses the port, or choose another with --port");
    }
  }
}
