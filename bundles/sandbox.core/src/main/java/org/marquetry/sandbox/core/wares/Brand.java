package org.marquetry.sandbox.core.wares;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.marquetry.shop.api.Words;

/// A made-up brand: what it sells, how dear, how well made.
public enum Brand {
  LUNAVEIL("月绡里|Lunaveil", 2, Style.ROMANTIC, 0xA4506C, Category.CLOTHING, Category.ACCESSORIES),
  OTTERCROFT("獭居|Ottercroft", 1, Style.NATURAL, 0x5C6B3C, Category.CLOTHING, Category.HOME),
  VELLENBY("维伦比|Vellenby", 1, Style.CLASSIC, 0x27406B, Category.CLOTHING, Category.SHOES),
  QUILLMOOR("翎原|Quillmoor", 2, Style.MINIMAL, 0x3A3A40, Category.CLOTHING, Category.ACCESSORIES),
  DAZZLEPIP("跳豆豆|Dazzlepip", 0, Style.PLAYFUL, 0xE2573B, Category.CLOTHING, Category.SHOES),
  STRIDLOW("步岚|Stridlow", 1, Style.SPORTY, 0x0F7B8A, Category.SHOES, Category.SPORTS),
  PAVENNE("帕汶|Pavenne", 2, Style.CLASSIC, 0x6B3B1E, Category.SHOES, Category.ACCESSORIES),
  HOPSANDAY("晴踏|Hopsanday", 0, Style.PLAYFUL, 0xF0A030, Category.SHOES, Category.TOYS),
  KORVANT("阔梵|Korvant", 1, Style.MINIMAL, 0x44505C, Category.ACCESSORIES, Category.STATIONERY),
  MOSSWICK("苔芯|Mosswick", 0, Style.NATURAL, 0x6E8F5A, Category.ACCESSORIES, Category.HOME),
  SILKMERE("眠湖|Silkmere", 2, Style.ROMANTIC, 0x8C7AA9, Category.HOME),
  COTTONOOK("棉角落|Cottonook", 0, Style.PLAYFUL, 0x5BA4CF, Category.HOME, Category.TOYS),
  HEARTHLEY("炉边记|Hearthley", 1, Style.CLASSIC, 0xB4532A, Category.HOME, Category.KITCHEN),
  KETTLEGROVE("壶林|Kettlegrove", 1, Style.NATURAL, 0x4F7F6B, Category.KITCHEN, Category.FOOD),
  IRONFERN("铁蕨|Ironfern", 2, Style.MINIMAL, 0x2F3A36, Category.KITCHEN),
  POTTERELLE("陶小满|Potterelle", 0, Style.PLAYFUL, 0xD9857B, Category.KITCHEN, Category.STATIONERY),
  MISTPEAK("雾上峰|Mistpeak", 2, Style.CLASSIC, 0x3E6B4A, Category.FOOD),
  GRANNEUM("谷念|Granneum", 1, Style.NATURAL, 0xB98A3C, Category.FOOD),
  CRUMBADOUR("酥大人|Crumbadour", 0, Style.PLAYFUL, 0xC2452D, Category.FOOD),
  BLOCKOLINO("积乐林|Blockolino", 1, Style.PLAYFUL, 0x2D7DD2, Category.TOYS),
  FABELWOLD("童话坡|Fabelwold", 2, Style.ROMANTIC, 0x97519B, Category.TOYS),
  INKERTON("墨屿|Inkerton", 2, Style.CLASSIC, 0x1F2F57, Category.STATIONERY),
  PAPERLARK("纸云雀|Paperlark", 1, Style.ROMANTIC, 0xC76B98, Category.STATIONERY),
  VOLTRAIL("驰野|Voltrail", 2, Style.SPORTY, 0xD1362F, Category.SPORTS, Category.SHOES),
  BRISKADO("动起来|Briskado", 0, Style.SPORTY, 0x3FA34D, Category.SPORTS, Category.CLOTHING);

  private final Words words;
  private final int level;
  private final Style style;
  private final int rgb;
  private final Set<Category> categories;

  Brand(String words, int level, Style style, int rgb, Category... categories) {
    this.words = Both.words(words);
    this.level = level;
    this.style = style;
    this.rgb = rgb;
    this.categories = Set.of(categories);
  }

  /// The brands that sell in a department; never empty.
  public static List<Brand> in(Category category) {
    return Arrays.stream(values()).filter(brand -> brand.categories.contains(category)).toList();
  }

  public Words words() {
    return words;
  }

  /// 0 cheap, 1 middle, 2 dear.
  public int level() {
    return level;
  }

  /// The taste of most of its products.
  public Style style() {
    return style;
  }

  /// The colour of its mark as `0xRRGGBB`.
  public int rgb() {
    return rgb;
  }

  public Set<Category> categories() {
    return categories;
  }
}
