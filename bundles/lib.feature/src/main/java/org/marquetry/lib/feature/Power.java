package org.marquetry.lib.feature;

import java.util.Arrays;
import java.util.Optional;

/// What a feature may be allowed to do with the shop's data and its machine.
public enum Power {
  /// Services that hand out profiles, segments and the warehouse.
  PROFILES_READ("profiles.read", "读取顾客的画像和数据", "read customers' profiles and data"),
  /// Channels, and the services that send through them.
  SEND("send", "向顾客发送消息", "send messages to customers"),
  /// Connections to the hosts that it names.
  NETWORK("network", "连接网络主机", "open connections to hosts of the network"),
  /// Files outside its own tables.
  FILES_WRITE("files.write", "在本机写入文件", "write files on this machine"),
  /// Pages, and parts of pages.
  VIEWS_ADD("views.add", "添加页面", "add pages");

  private final String id;
  private final String zh;
  private final String en;

  Power(String id, String zh, String en) {
    this.id = id;
    this.zh = zh;
    this.en = en;
  }

  /// Find a power by its id.
  public static Optional<Power> of(String id) {
    return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
  }

  /// As the feature file names it, e.g. `profiles.read`.
  public String id() {
    return id;
  }

  /// In plain Chinese words.
  public String zh() {
    return zh;
  }

  /// In plain English words.
  public String en() {
    return en;
  }
}
