package org.marquetry.platform.http;

import java.nio.charset.StandardCharsets;

/// One finished answer.
@SuppressWarnings("ArrayRecordComponent") // written as it is, never compared
record Reply(int status, String contentType, byte[] body) {
  static final String JSON = "application/json";
  static final String BYTES = "application/octet-stream";
  static final String PROBLEM = "application/problem+json";

  static Reply json(int status, String body) {
    return new Reply(status, JSON, body.getBytes(StandardCharsets.UTF_8));
  }
}
