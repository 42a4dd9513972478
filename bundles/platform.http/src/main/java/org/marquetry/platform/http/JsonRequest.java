package org.marquetry.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.Request;

/// A request whose body was read.
@SuppressWarnings("ArrayRecordComponent") // lives as long as one call, never compared
record JsonRequest(
    HttpServletRequest http, Map<String, String> parameters, byte[] content, Json json)
    implements Request {
  @Override
  public String path(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the path has no parameter " + name);
    }
    return value;
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(http.getParameter(name));
  }

  @Override
  public <T extends Record> T body(Class<T> type) {
    if (type == Bytes.class) {
      String sent = http.getContentType();
      return type.cast(new Bytes(sent == null ? Reply.BYTES : sent, content));
    }
    return json.read(content, type);
  }

  @Override
  public <T extends Record> List<T> list(Class<T> type, int most) {
    return json.readAll(content, type, most);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(http.getHeader(name));
  }

  @Override
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
