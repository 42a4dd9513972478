package org.marquetry.lib.feature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What a jar says of itself.
///
/// @param symbolicName the bundle's name
/// @param version the bundle's version
public record BundleManifest(String symbolicName, String version) {
  private static final int MOST_BYTES = 1 << 20;

  /// Read the manifest of a bundle; at most 1 MB of it.
  ///
  /// @throws FeatureException if the jar is none, or no bundle
  public static BundleManifest read(Path jar) {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      ZipEntry entry = file.getEntry("META-INF/MANIFEST.MF");
      if (entry != null) {
        try (InputStream in = file.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(MOST_BYTES + 1);
          if (bytes.length > MOST_BYTES) {
            throw new FeatureException(
                jar + " 的清单超过 1 MB；请重新构建",
                jar + " has a manifest of more than 1 MB; build it anew");
          }
          var main = new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
          String name = main.getValue("Bundle-SymbolicName");
          String version = main.getValue("Bundle-Version");
          if (name != null) {
            return new BundleManifest(
                name.split(";", 2)[0].strip(), version == null ? "0.0.0" : version.strip());
          }
        }
      }
      throw new FeatureException(
          jar + " 不是部件：清单里没有 Bundle-SymbolicName；请用 bnd 构建",
          jar + " is no bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
    } catch (ZipException e) {
      throw new FeatureException(
          jar + " 不是 jar 文件：" + e.getMessage(), jar + " is no jar: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new FeatureException(
          "无法读取 " + jar + "（" + e + "）", "cannot read " + jar + " (" + e + ")", e);
    }
  }
}
