package org.marquetry.ui.content;

import java.util.List;
import java.util.Map;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;

/// What a new mail begins with, in Chinese and English.
enum MailTemplates {
  /// What suits the reader.
  FOR_YOU,
  /// A code, and what suits the reader.
  COUPON,
  /// A heading and a text.
  NEWS;

  private static final MailBlock FOOTER =
      new MailBlock.Footer(
          both(
              "您收到这封邮件，是因为您同意接收{{shop.name|本店}}的消息。",
              "You get this because you agreed to hear from {{shop.name|our shop}}."),
          both("退订", "Unsubscribe"));

  private static MailText both(String zh, String en) {
    return new MailText(Map.of("zh", zh, "en", en));
  }

  private static MailBlock greeting() {
    return new MailBlock.Heading(both("{{customer.name|您}}，您好", "Hello {{customer.name|there}}"));
  }

  /// @param first language of the mail, `zh` or `en`; the other one comes second
  MailDesign design(String name, String first) {
    List<String> languages = first.equals("zh") ? List.of("zh", "en") : List.of("en", "zh");
    return new MailDesign(name, languages, List.of(opening()), blocks());
  }

  private MailOpening opening() {
    return switch (this) {
      case FOR_YOU ->
          new MailOpening(both("为您挑选", "Picked for you"), both("看看有没有喜欢的", "See what you like"));
      case COUPON ->
          new MailOpening(
              both("{{customer.name|您}}，有一份心意给您", "Something for you, {{customer.name|friend}}"),
              both("打开看看", "Open and see"));
      case NEWS ->
          new MailOpening(
              both("{{shop.name|本店}}的消息", "News from {{shop.name|our shop}}"), MailText.NONE);
    };
  }

  private List<MailBlock> blocks() {
    MailBlock suited = new MailBlock.Recommendations(4, 2);
    return switch (this) {
      case FOR_YOU ->
          List.of(
              greeting(),
              new MailBlock.Text(both("这几件也许适合您：", "These may suit you:")),
              suited,
              FOOTER);
      case COUPON ->
          List.of(
              greeting(),
              new MailBlock.Text(both("感谢您的光临。", "Thank you for shopping with us.")),
              new MailBlock.Coupon(both("结账时填写", "Enter it at the checkout")),
              suited,
              FOOTER);
      case NEWS ->
          List.of(
              greeting(), new MailBlock.Text(both("在这里写下消息。", "Write your news here.")), FOOTER);
    };
  }
}
