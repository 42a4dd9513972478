package org.marquetry.sandbox.core.wares;

import org.marquetry.shop.api.Words;

/// A department of the shop.
public enum Category {
  CLOTHING("服装|Clothing"),
  SHOES("鞋靴|Shoes"),
  ACCESSORIES("箱包配饰|Bags & accessories"),
  HOME("家纺|Home textiles"),
  KITCHEN("厨房用品|Kitchen"),
  FOOD("食品茶饮|Food & tea"),
  TOYS("玩具|Toys"),
  STATIONERY("文具|Stationery"),
  SPORTS("运动户外|Sports & outdoors");

  private final Words words;

  Category(String words) {
    this.words = Both.words(words);
  }

  public Words words() {
    return words;
  }
}
