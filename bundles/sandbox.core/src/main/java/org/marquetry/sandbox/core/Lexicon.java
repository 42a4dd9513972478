package org.marquetry.sandbox.core;

import java.util.List;

/// The words that a made-up shop is made of, in one language.
///
/// @param language IETF tag
/// @param lastFirst whether the family name comes first, without a blank
record Lexicon(
    String language,
    String country,
    boolean lastFirst,
    List<String> families,
    List<String> given,
    List<String> cities,
    List<String> looks,
    List<Shelf> shelves) {

  /// One category of the shop.
  ///
  /// @param low lowest price, in units of about a euro
  /// @param high highest price
  record Shelf(String category, double low, double high, List<String> things) {}

  static final Lexicon EN =
      new Lexicon(
          "en",
          "GB",
          false,
          List.of(
              "Adams", "Baker", "Clark", "Davies", "Evans", "Foster", "Green", "Hughes", "Irwin",
              "Jones", "Khan", "Lewis", "Morgan", "Novak", "Owen", "Patel", "Quinn", "Reid"),
          List.of(
              "Alice", "Ben", "Chloe", "David", "Emma", "Finn", "Grace", "Harry", "Isla", "Jack",
              "Kate", "Liam", "Mia", "Noah", "Olivia", "Paul", "Ruby", "Sam"),
          List.of("London", "Leeds", "Bristol", "Glasgow", "Cardiff", "York", "Oxford"),
          List.of("Classic", "Light", "Nordic", "Urban", "Everyday", "Handmade", "Slim", "Warm"),
          List.of(
              new Shelf("Dresses", 29, 89, List.of("wrap dress", "summer dress", "knit dress")),
              new Shelf("Shoes", 35, 129, List.of("sneakers", "ankle boots", "loafers")),
              new Shelf("Coats", 59, 199, List.of("rain coat", "wool coat", "down jacket")),
              new Shelf("Kitchen", 8, 79, List.of("tea pot", "frying pan", "bread knife")),
              new Shelf("Tea & coffee", 5, 24, List.of("green tea", "espresso beans", "oolong")),
              new Shelf("Beauty", 9, 59, List.of("face cream", "hand balm", "shampoo")),
              new Shelf("Sport", 12, 99, List.of("yoga mat", "running shirt", "water bottle")),
              new Shelf("Home", 10, 120, List.of("desk lamp", "linen throw", "storage box"))));

  static final Lexicon ZH =
      new Lexicon(
          "zh-CN",
          "CN",
          true,
          List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林"),
          List.of("伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀英", "子涵"),
          List.of("北京", "上海", "广州", "深圳", "杭州", "成都", "武汉"),
          List.of("经典", "轻盈", "北欧风", "都市", "日常", "手工", "修身", "保暖"),
          List.of(
              new Shelf("连衣裙", 29, 89, List.of("裹身连衣裙", "夏季连衣裙", "针织连衣裙")),
              new Shelf("鞋履", 35, 129, List.of("运动鞋", "短靴", "乐福鞋")),
              new Shelf("外套", 59, 199, List.of("风衣", "羊毛大衣", "羽绒服")),
              new Shelf("厨房", 8, 79, List.of("茶壶", "平底锅", "面包刀")),
              new Shelf("茶与咖啡", 5, 24, List.of("绿茶", "浓缩咖啡豆", "乌龙茶")),
              new Shelf("美妆", 9, 59, List.of("面霜", "护手霜", "洗发水")),
              new Shelf("运动", 12, 99, List.of("瑜伽垫", "跑步衫", "水壶")),
              new Shelf("家居", 10, 120, List.of("台灯", "亚麻毯", "收纳盒"))));

  /// The language that goes with a currency.
  static Lexicon of(String currency) {
    return List.of("CNY", "HKD", "TWD", "MOP").contains(currency) ? ZH : EN;
  }

  String name(int family, int first) {
    return lastFirst
        ? families.get(family) + given.get(first)
        : given.get(first) + " " + families.get(family);
  }
}
