package com.example.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.PublicFile;
import org.marquetry.platform.api.http.PublicFiles;
import org.osgi.service.component.annotations.Component;

/// `sample.js`, as browsers get it.
@Provider("sample")
@Component
public final class SampleFiles implements PublicFiles {
  static final String ADDRESS = "/files/sample/sample.js";

  private final PublicFile script;

  public SampleFiles() {
    try (var in = Objects.requireNonNull(SampleFiles.class.getResourceAsStream("sample.js"))) {
      script = new PublicFile("text/javascript", in.readAllBytes(), Duration.ZERO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String folder() {
    return "sample";
  }

  @Override
  public Optional<PublicFile> file(String name) {
    return name.equals("sample.js") ? Optional.of(script) : Optional.empty();
  }
}
