package org.marquetry.lib.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.marquetry.lib.json.JsonException;

/// The SHA-256 of the bundles, as the repository index states it.
public final class Checksums {
  private Checksums() {}

  /// Return file name -> SHA-256 (lower-case hexadecimal) of a repository folder: what its
  /// `index.json`, else its `index.xml` states, or, where there is no index, computed from the
  /// files in `bundles/`.
  ///
  /// @throws FeatureException if index or files cannot be read
  public static Map<String, String> read(Path folder) {
    Path signed = folder.resolve(RepositoryIndex.FILE);
    if (Files.exists(signed)) return stated(signed);
    Path index = folder.resolve("index.xml");
    if (!Files.exists(index)) return computed(folder.resolve("bundles"));
    try (InputStream in = Files.newInputStream(index)) {
      return read(in);
    } catch (IOException | XMLStreamException e) {
      throw new FeatureException(
          "无法读取软件库的索引 " + index + "：" + FeatureException.zh(e),
          "cannot read the repository index " + index + ": " + e.getMessage(),
          e);
    }
  }

  private static Map<String, String> stated(Path index) {
    try {
      Map<String, String> sums = new HashMap<>();
      RepositoryIndex.read(Files.readAllBytes(index))
          .files()
          .forEach((path, file) -> {
            if (path.startsWith("bundles/")) {
              sums.put(path.substring("bundles/".length()), file.sha256());
            }
          });
      return sums;
    } catch (IOException | JsonException e) {
      throw new FeatureException(
          "无法读取软件库的索引 " + index + "：" + FeatureException.zh(e),
          "cannot read the repository index " + index + ": " + e.getMessage(),
          e);
    }
  }

  private static Map<String, String> computed(Path bundles) {
    Map<String, String> sums = new HashMap<>();
    if (!Files.isDirectory(bundles)) return sums;
    try (Stream<Path> jars = Files.list(bundles)) {
      for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
        sums.put(String.valueOf(jar.getFileName()), of(jar));
      }
      return sums;
    } catch (IOException e) {
      throw new FeatureException(
          "无法读取 " + bundles + " 里的部件：" + e, "cannot read the bundles in " + bundles + ": " + e, e);
    }
  }

  private static Map<String, String> read(InputStream in) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    Map<String, String> sums = new HashMap<>();
    String url = "";
    String sum = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("attribute")) {
        String name = xml.getAttributeValue(null, "name");
        if ("url".equals(name)) url = xml.getAttributeValue(null, "value");
        if ("osgi.content".equals(name)) sum = xml.getAttributeValue(null, "value");
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("resource")) {
        sums.put(url.substring(url.lastIndexOf('/') + 1), sum.toLowerCase(Locale.ROOT));
      }
    }
    return sums;
  }

  /// The SHA-256 of each jar of a repository by its file name, for [FeatureFiles#of].
  public static UnaryOperator<String> of(Repository repository) {
    Map<String, String> checksums = read(repository.folder());
    return file -> checksums.getOrDefault(file, FeatureFiles.UNKNOWN);
  }

  /// Compute the SHA-256 of bytes, lower-case hexadecimal.
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /// Make a SHA-256.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /// Compute the SHA-256 of a file, lower-case hexadecimal.
  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = digest();
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) digest.update(block, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
