package org.marquetry.data.catalogue;

import java.time.Duration;
import java.util.Optional;
import org.marquetry.data.api.Picture;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.PublicFile;
import org.marquetry.platform.api.http.PublicFiles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// `/files/pictures/*`: kept pictures. A name never stands for another picture, so a browser never
/// asks twice.
@Provider("pictures")
@Component
public final class PictureFiles implements PublicFiles {
  private final PictureStore pictures;

  @Activate
  public PictureFiles(BundleContext context) {
    this(new PictureStore(PictureStore.folder(context)));
  }

  PictureFiles(PictureStore pictures) {
    this.pictures = pictures;
  }

  @Override
  public String folder() {
    return "pictures";
  }

  @Override
  public Optional<PublicFile> file(String name) {
    return Picture.ofFile(name)
        .flatMap(p -> pictures.read(p.picture(), p.size()))
        .map(jpeg -> new PublicFile("image/jpeg", jpeg, Duration.ofDays(365)));
  }
}
