package org.marquetry.sandbox.core.wares;

import org.marquetry.shop.api.Words;

/// The colour that a product is sold as.
public enum Colour {
  RED("红色|red", 0xC8102E),
  BURGUNDY("酒红色|burgundy", 0x6D1A36),
  PINK("粉色|pink", 0xF2A7B8),
  ORANGE("橙色|orange", 0xEE7F2D),
  MUSTARD("姜黄色|mustard", 0xD6A11E),
  LEMON("浅黄色|pale yellow", 0xF4E08A),
  GREEN("绿色|green", 0x2E8B57),
  OLIVE("橄榄绿|olive", 0x7A7B3A),
  MINT("薄荷绿|mint", 0xA6D9C4),
  BLUE("蓝色|blue", 0x2A62B8),
  NAVY("藏青色|navy", 0x1D2A4D),
  SKY("天蓝色|sky blue", 0x9CC7E8),
  LILAC("丁香紫|lilac", 0xB79BD0),
  BROWN("棕色|brown", 0x7B4B2A),
  BEIGE("米色|beige", 0xE3D3B8),
  WHITE("白色|white", 0xF6F4EF),
  GREY("灰色|grey", 0x8E9299),
  BLACK("黑色|black", 0x26262B);

  private final Words words;
  private final int rgb;

  Colour(String words, int rgb) {
    this.words = Both.words(words);
    this.rgb = rgb;
  }

  public Words words() {
    return words;
  }

  /// The colour as `0xRRGGBB`.
  public int rgb() {
    return rgb;
  }
}
