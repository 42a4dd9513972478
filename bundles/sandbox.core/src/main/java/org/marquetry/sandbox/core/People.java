package org.marquetry.sandbox.core;

import java.util.List;

/// Names and cities of made-up people, in one language.
///
/// @param language IETF tag
/// @param site the shop's site for them
/// @param lastFirst whether the family name comes first, without a blank
record People(
    String language,
    String site,
    String country,
    boolean lastFirst,
    List<String> families,
    List<String> given,
    List<String> cities) {
  static final People EN =
      new People(
          "en",
          "world",
          "GB",
          false,
          List.of(
              "Adams", "Baker", "Clark", "Davies", "Evans", "Foster", "Green", "Hughes", "Irwin",
              "Jones", "Khan", "Lewis", "Morgan", "Novak", "Owen", "Patel", "Quinn", "Reid", "Shaw",
              "Taylor", "Usher", "Vaughan", "Walsh", "Young"),
          List.of(
              "Alice", "Ben", "Chloe", "David", "Emma", "Finn", "Grace", "Harry", "Isla", "Jack",
              "Kate", "Liam", "Mia", "Noah", "Olivia", "Paul", "Ruby", "Sam", "Tara", "Umar",
              "Vera", "Will", "Yasmin", "Zoe"),
          List.of("London", "Leeds", "Bristol", "Glasgow", "Cardiff", "York", "Oxford", "Bath"));

  static final People ZH =
      new People(
          "zh-CN",
          "cn",
          "CN",
          true,
          List.of(
              "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
              "郭", "马", "罗", "梁", "宋", "郑", "谢"),
          List.of(
              "伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀英", "子涵",
              "浩然", "雨桐", "思远", "佳怡", "建国", "晓彤", "梓萱", "一鸣"),
          List.of("上海", "北京", "广州", "深圳", "杭州", "成都", "武汉", "南京"));

  String name(int family, int first) {
    return lastFirst
        ? families.get(family) + given.get(first)
        : given.get(first) + " " + families.get(family);
  }
}
