package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the name of a column says: a hint that the contents must not contradict.
final class Names {
  private static final Map<Pattern, Meaning> PATTERNS = new LinkedHashMap<>();
  private static final String ID = "( (id|uid|no|nr|num|number|code|key|ref))?";

  static {
    say(EVENT_ID, "event id|event uuid");
    say(CAMPAIGN_NAME, "campaign (name|title|description)|活动名称");
    say(CAMPAIGN_KIND, "campaign (type|kind|category)|活动类型");
    say(CAMPAIGN, "(campaign|mailing|newsletter)" + ID + "|活动(编号|id)?");
    say(COUPON, "(coupon|voucher|offer)( (id|upc|code|no|number))?|优惠券(编号)?");
    say(
        CUSTOMER,
        "(customer|client|user|member|household|buyer|shopper|consumer|cust|hh|subscriber|reviewer|shopper)"
            + ID
            + "|userid|customerid|hhid|uid|(顾客|客户|会员|用户|买家)(编号|id|号)?");
    say(VISITOR, "(visitor|anonymous|cookie|device|guest)" + ID);
    say(SESSION, "(session|visit)" + ID + "|会话(id)?");
    say(LINE, "(line|order line|line item)( (no|nr|number|id))?|row (no|nr|number|id)|position");
    say(
        ORDER,
        "(order|invoice|basket|transaction|receipt|ticket|cart|bill|purchase|trans|tran)"
            + ID
            + "|orderid|invoiceno|(订单|单据)(编号|号|id)?");
    say(UNIT, "(package|pack|unit)( size)?|size|unit of (sale|measure)|规格|单位");
    say(
        SUBCATEGORY,
        "sub ?(category|class|department)( name)?|product type|category (2|name 2)|子类(别)?|小类");
    say(
        CATEGORY,
        "(product |item |main )?(category|genre|genres|group|class)("
            + " name)?|department|品类|类别|分类|大类");
    say(BRAND, "(product )?brand( name)?|manufacturer( name)?|vendor|品牌");
    say(TITLE, "(product |item |movie |article )?(title|name)|商品(名称)?|品名|名称|标题");
    say(
        PRODUCT,
        "(product|item|article|sku|upc|asin|isbn|stock|goods|movie|artist|track|game|material)"
            + ID
            + "|stockcode|itemid|productid|movieid|(商品|货品)(编号|编码|代码|id|号)|货号");
    say(URL, "(product |item |image |imdb )?(url|link|uri)|链接");
    say(QUANTITY, "quantity|qty|units( sold)?|pieces|number of .*|num of .*|items|件数|数量");
    say(DISCOUNT, "(.* )?(disc|discount|rebate|reduction)( amount)?|折扣|优惠(金额)?");
    say(UNIT_PRICE, "(unit |item |list |retail |sale |base )?price( per unit)?|单价|价格|售价");
    say(
        AMOUNT,
        "((total|net|gross|line|order|sales|sale|tran|transaction|dollar|paid|purchase|payment) )*"
            + "(amount|amt|value|total|dollars|revenue|spend|sales|paid|monetary|turnover)|price paid|(实付|实收|应付|应收|付款|支付|订单|成交|交易|合计|总)?(金额|总额|总价)|实付款?|销售额");
    say(START, "(start|begin|valid from|starts)( (date|at|time|day))?|开始(日期|时间)?");
    say(END, "(end|finish|valid to|valid until|ends|expiry)( (date|at|time|day))?|结束(日期|时间)?");
    say(
        BIRTH_YEAR,
        "(birth year|year of birth|yob|birthday|date of birth|dob|birth"
            + " date|birthdate)|出生(年份|日期)?|生日");
    say(OFFSET_MS, "timeframe|time frame");
    say(
        TIME,
        "(.* )?(date|timestamp|datetime|time|day|ts)|(.* )?\\p{L}+ed (at|on)|sent (at|on)"
            + "|eventdate|invoicedate|orderdate|(.*)(日期|时间)");
    say(CURRENCY, "currency( code)?|ccy|币种|货币");
    say(STATUS, "(order |payment |line )?(status|state)|(订单)?状态");
    say(
        EVENT_TYPE,
        "(event|action|behaviou?r|activity|interaction)( (type|name|kind))?|行为(类型)?|事件(类型)?");
    say(RATING, "(.* )?(rating|stars|score|grade)|评分|星级");
    say(WEIGHT, "weight|plays|play count|listen count|listens|count|views|权重");
    say(TEXT, "(.* )?(text|review|comment|content|message|body|feedback)|评论|内容|正文");
    say(DESCRIPTION, "(.* )?(description|details|desc)|描述|详情");
    say(EMAIL, "(.* )?(e ?mail)( address)?|邮箱");
    say(PHONE, "(.* )?(phone|mobile|tel|telephone)( (no|number))?|电话|手机(号)?");
    say(LANGUAGE, "language|lang|locale|语言");
    say(TIME_ZONE, "(.* )?(time ?zone|tz)( (name|id))?|时区");
    say(CITY, "(.* )?(city|town)|城市");
    say(COUNTRY, "(.* )?country( code)?|国家");
    say(AGE, "age( (group|band|range))?|年龄");
    say(GENDER, "gender|sex|female|male|性别");
    say(CONSENT, "(.* )?(consent|opt in|optin|subscribed|accepts marketing|newsletter)( .*)?|同意");
    say(PERSON_NAME, "(customer |full |first |last |user )?name|姓名");
    say(
        VARIANT,
        "variant|treatment|test version|test group|arm|(test|control) group|promotion|group");
    say(
        OUTCOME,
        "response|purchased?|conversion|converted|churn(ed)?|label|target|retention("
            + " \\d+)?|visit|spend");
    say(SITE, "(store|shop|branch|outlet|location|site|channel)" + ID + "|门店(编号)?");
    say(KEY, "id|key|no|code|编号");
  }

  private Names() {}

  private static void say(Meaning meaning, String names) {
    PATTERNS.put(Pattern.compile(names), meaning);
  }

  /// Words in lower case with single blanks: `CustomerID` and `customer_id` are `customer id`.
  static String words(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /// Every meaning that the name allows, the most special first.
  static List<Meaning> meanings(String name) {
    String words = words(name);
    List<Meaning> meanings = new ArrayList<>();
    PATTERNS.forEach((pattern, meaning) -> {
      if (pattern.matcher(words).matches()) {
        meanings.add(meaning);
      }
    });
    return meanings;
  }

  /// The name says less than its meaning: another column with the same meaning goes first.
  static boolean weak(String name) {
    return words(name).matches("department|group|class|time|day|total|value|name");
  }

  static boolean known(String name) {
    return !meanings(name).isEmpty();
  }
}
