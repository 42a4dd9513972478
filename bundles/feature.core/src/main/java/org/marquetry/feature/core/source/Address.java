package org.marquetry.feature.core.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.lib.outbound.OutboundRefused;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// Checks where a repository is said to lie.
final class Address {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int MOST = 1_000;

  private Address() {}

  /// @return the address; one of the network ends in `/`
  /// @throws IllegalArgumentException naming what is wrong
  static String checked(String name, String address) {
    if (!NAME.matcher(name).matches()) {
      throw new Rejected(
          new Words(
              "软件库的名称以小写字母开头，其后为小写字母、数字和 -，实际为“" + name + "”",
              "a repository's name has a lower-case letter, then letters, digits and -, got \""
                  + name
                  + "\""));
    }
    String text = address.strip();
    if (text.length() > MOST) {
      throw new Rejected(
          new Words("地址最多 " + MOST + " 个字符", "an address has at most " + MOST + " characters"));
    }
    if (text.contains("://")) {
      try {
        String checked = Outbound.checked(text).toString();
        return checked.endsWith("/") ? checked : checked + "/";
      } catch (OutboundRefused e) {
        throw new Rejected(new Words(text + "：" + e.words().zh(), text + ": " + e.words().en()), e);
      }
    }
    try {
      Path path = Path.of(text);
      if (path.isAbsolute() && Files.exists(path)) return path.normalize().toString();
    } catch (InvalidPathException e) {
      throw new Rejected(
          new Words(
              "“" + text + "”不是路径：" + e.getReason(),
              "\"" + text + "\" is no path: " + e.getReason()),
          e);
    }
    throw new Rejected(
        new Words(
            "没有“" + text + "”；请写系统所在机器上文件夹或文件的绝对路径，或 https 网址",
            "there is no \""
                + text
                + "\"; name the absolute path of a folder or file on the suite's machine, or an https"
                + " address"));
  }
}
