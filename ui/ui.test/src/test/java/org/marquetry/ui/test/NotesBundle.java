package org.marquetry.ui.test;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.marquetry.ui.test.notes.NotesView;

/// The bundle of package `notes`, as a partner's build would make it with bnd.
record NotesBundle(String version) {
  byte[] jar() throws Exception {
    try (Builder builder = new Builder()) {
      builder.addClasspath(new File(classes().toUri()));
      for (String file : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (file.endsWith(".jar")) {
          builder.addClasspath(new File(file));
        }
      }
      builder.setProperty("Bundle-SymbolicName", "partner.notes");
      builder.setProperty("Bundle-Version", version);
      builder.setProperty("Private-Package", NotesView.class.getPackageName());
      builder.setProperty(
          "Import-Package",
          "org.jspecify.annotations*;resolution:=optional,com.vaadin.*;version=\"[25,26)\",*");
      builder.setProperty("-noimportjava", "true");
      Jar jar = builder.build();
      if (!builder.getErrors().isEmpty()) {
        throw new IllegalStateException(String.join("; ", builder.getErrors()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      jar.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(NotesView.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
