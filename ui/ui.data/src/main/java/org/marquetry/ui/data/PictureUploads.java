package org.marquetry.ui.data;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.FileDrop;

/// Hands pictures to the catalogue and says why one is refused.
final class PictureUploads {
  private static final long MEGABYTE = 1L << 20;

  private PictureUploads() {}

  /// Takes a picture of one product.
  static FileDrop one(Catalogue catalogue, ProductId product, Runnable taken) {
    return drop(
        "data.picture", 10 * MEGABYTE, content -> catalogue.keepPicture(product, content), taken);
  }

  /// Takes a zip file of pictures.
  static FileDrop zip(Catalogue catalogue, Runnable taken) {
    return drop("data.pictures", 2048 * MEGABYTE, catalogue::keepPictures, taken);
  }

  private static FileDrop drop(String keys, long most, Consumer<InputStream> keep, Runnable taken) {
    return new FileDrop(
        keys,
        most,
        (name, content) -> {
          try {
            keep.accept(content);
            return "";
          } catch (PictureRefused refused) {
            return key(refused.reason());
          }
        },
        taken);
  }

  static String key(PictureRefused.Reason reason) {
    return "data.picture." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
