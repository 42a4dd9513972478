package org.marquetry.copy.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.MailFinding.Kind;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Words;

/// Says what speaks against sending a design.
final class Lint {
  /// Gmail cuts off what is longer.
  static final int MOST_BYTES = 102_000;

  private static final String CODE = "CODE";
  private static final Words SUBJECT = new Words("主题", "the subject");
  private static final Words PREHEADER = new Words("预览文字", "the preheader");

  private final MailDesign design;
  private final List<Fact> facts;
  private final Set<String> known;
  private final Optional<ClaimCheck> claims;
  private final boolean learned;
  private final List<MailFinding> findings = new ArrayList<>();

  /// @param facts what every reader's mail may rest on
  /// @param learned whether there are products that suit a reader
  private Lint(MailDesign design, List<Fact> facts, Optional<ClaimCheck> claims, boolean learned) {
    this.learned = learned;
    this.design = design;
    this.facts = facts;
    this.claims = claims;
    known = facts.stream().map(Fact::name).collect(Collectors.toSet());
    known.remove(FactNames.CUSTOMER_NAME);
  }

  /// @param largest the longest mail of each language
  static List<MailFinding> of(
      MailDesign design,
      List<Fact> facts,
      List<WrittenMail> largest,
      Optional<ClaimCheck> claims,
      boolean learned) {
    Lint lint = new Lint(design, facts, claims, learned);
    lint.openings();
    for (int i = 0; i < design.blocks().size(); i++) {
      lint.block(i + 1, design.blocks().get(i));
    }
    lint.whole(largest);
    lint.findings.sort(Comparator.comparingInt(MailFinding::block));
    return List.copyOf(lint.findings);
  }

  private void openings() {
    design
        .openings()
        .forEach(opening -> {
          text(0, opening.subject(), SUBJECT, true);
          if (!opening.preheader().versions().isEmpty()) {
            text(0, opening.preheader(), PREHEADER, false);
          }
          design
              .languages()
              .forEach(
                  language -> opening.subject().in(language).ifPresent(s -> length(language, s)));
        });
  }

  private void length(String language, String subject) {
    int most = Channel.MAIL_SUBJECT.limit(copy(language).orElse(CopyLanguage.EN));
    Map<String, String> usual = new HashMap<>();
    Forms forms = new Forms(language);
    facts.forEach(f -> usual.putIfAbsent(f.name(), forms.of(f.value())));
    int length = Phrase.of(subject).fill(usual).length();
    if (length > most) {
      add(
          Kind.SUBJECT,
          false,
          0,
          0,
          language,
          new Words(
              "主题有 " + length + " 个字符，超过 " + most + " 个的部分在收件箱里会被截断",
              "the subject has "
                  + length
                  + " characters; lists of mails cut it off after "
                  + most));
    }
  }

  private void block(int number, MailBlock block) {
    switch (block) {
      case MailBlock.Heading(MailText text) ->
          text(number, text, new Words("标题", "the heading"), false);
      case MailBlock.Text(MailText text) -> text(number, text, new Words("正文", "the text"), false);
      case MailBlock.Picture(String address, MailText alt, String link) -> {
        link(number, address, new Words("图片地址", "the address of the picture"));
        if (!link.isBlank()) {
          link(number, link, new Words("图片链接", "the link of the picture"));
        }
        picture(number, alt);
      }
      case MailBlock.Products(var products, var _) -> {
        if (products.isEmpty()) {
          add(Kind.EMPTY, false, number, 0, "", new Words("还没有选择商品", "no product is chosen yet"));
        }
      }
      case MailBlock.Recommendations _ -> {
        if (!learned) {
          add(
              Kind.EMPTY,
              false,
              number,
              0,
              "",
              new Words(
                  "还没有学过推荐：每个人收到的邮件都没有这一块",
                  "nothing was learned yet about who likes what: everybody gets the mail without this block"));
        }
      }
      case MailBlock.Button(MailText text, String link) -> {
        text(number, text, new Words("按钮文字", "the words of the button"), true);
        link(number, link, new Words("按钮链接", "the link of the button"));
      }
      case MailBlock.Coupon(MailText text) -> {
        text(number, text, new Words("优惠码说明", "the words above the code"), false);
        if (!known.contains(FactNames.OFFER_CODE)) {
          add(
              Kind.COUPON,
              true,
              number,
              0,
              "",
              new Words(
                  "这里要显示优惠码，但没有带码的优惠", "a code is to stand here, but there is no offer with one"));
        }
      }
      case MailBlock.Footer(MailText text, MailText unsubscribe) -> {
        text(number, text, new Words("页脚文字", "the words of the footer"), false);
        text(
            number,
            unsubscribe,
            new Words("退订链接文字", "the words of the link that ends the mails"),
            true);
      }
    }
  }

  private void picture(int number, MailText alt) {
    if (alt.versions().isEmpty()) {
      add(
          Kind.PICTURE,
          false,
          number,
          0,
          "",
          new Words(
              "图片没有说明：看不到图片的人不知道它是什么", "the picture has no words for those who do not see it"));
    } else {
      text(number, alt, new Words("图片说明", "the words for the picture"), false);
    }
  }

  private void link(int number, String address, Words what) {
    Address.fault(address)
        .map(fault ->
            switch (fault) {
              case EMPTY -> new Words(what.zh() + "是空的", what.en() + " is empty");
              case NOT_WEB ->
                  new Words(
                      what.zh() + "不是 http: 或 https: 地址：" + address,
                      what.en() + " is no http: or https: address: " + address);
              case INSIDE ->
                  new Words(
                      what.zh() + "在外面打不开：" + address,
                      what.en() + " cannot be reached from outside: " + address);
            })
        .ifPresent(words -> add(Kind.LINK, true, number, 0, "", words));
  }

  /// @param needed whether the mail cannot do without it
  private void text(int number, MailText text, Words what, boolean needed) {
    if (text.in(design.languages().getFirst()).isEmpty()) {
      add(
          Kind.EMPTY,
          needed,
          number,
          0,
          design.languages().getFirst(),
          new Words(what.zh() + "是空的", what.en() + " is empty"));
    }
    for (String language : design.languages()) {
      Optional<String> version = text.in(language);
      if (version.isPresent()) {
        version(number, language, version.get());
      } else if (!language.equals(design.languages().getFirst())) {
        add(
            Kind.LANGUAGE,
            false,
            number,
            0,
            language,
            new Words(
                what.zh() + "没有 " + language + " 版本，会用 " + design.languages().getFirst(),
                "%s is not there in %s; %s stands in for it"
                    .formatted(what.en(), language, design.languages().getFirst())));
      }
    }
  }

  private void version(int number, String language, String text) {
    Phrase phrase = Phrase.of(text);
    for (Phrase.Value value : phrase.values()) {
      if (!MailDesign.VARIABLES.contains(value.name())) {
        add(
            Kind.VARIABLE,
            true,
            number,
            value.line(),
            language,
            new Words(
                "没有名为“" + value.name() + "”的变量",
                "there is no value called \"" + value.name() + "\""));
      } else if (value.otherwise().filter(o -> !o.isBlank()).isEmpty()
          && !known.contains(value.name())) {
        add(
            Kind.FALLBACK,
            true,
            number,
            value.line(),
            language,
            new Words(
                "“%1$s”可能为空，又没有替代文字：写成 {{%1$s|替代文字}}".formatted(value.name()),
                "\"%1$s\" may not be known, and nothing stands in for it: write {{%1$s|something}}"
                    .formatted(value.name())));
      }
    }
    claims(number, language, phrase);
  }

  private void claims(int number, String language, Phrase phrase) {
    Optional<CopyLanguage> copy = copy(language);
    if (claims.isEmpty() || copy.isEmpty()) {
      return;
    }
    MailBlock block = number == 0 ? null : design.blocks().get(number - 1);
    if (block instanceof MailBlock.Footer) {
      return; // "end" and "stop" claim nothing there
    }
    String text = shownWithout(phrase);
    List<Fact> supporting = new ArrayList<>(facts);
    if (block instanceof MailBlock.Coupon) {
      supporting.add(
          Fact.text(FactNames.OFFER_CODE, CODE, "the block itself")); // without one it is not shown
    }
    Actor.SYSTEM
        .call(() -> claims.get().check(text, copy.get(), supporting))
        .forEach(claim ->
            add(
                Kind.CLAIM,
                false,
                number,
                1 + (int) text.substring(0, claim.start()).chars().filter(c -> c == '\n').count(),
                language,
                new Words(
                    "“" + claim.text() + "”没有依据：没有事实支持它",
                    "\"" + claim.text() + "\" rests on no fact")));
  }

  /// The text as it reads with nothing filled in: values themselves are facts.
  private static String shownWithout(Phrase phrase) {
    return phrase.parts().stream()
        .map(part ->
            switch (part) {
              case Phrase.Literal(String text) -> text;
              case Phrase.Value(var _, Optional<String> otherwise, var _) -> otherwise.orElse("");
            })
        .collect(Collectors.joining());
  }

  private static Optional<CopyLanguage> copy(String language) {
    String plain = Locale.forLanguageTag(language).getLanguage();
    return List.of(CopyLanguage.values()).stream().filter(l -> l.tag().equals(plain)).findFirst();
  }

  private void whole(List<WrittenMail> largest) {
    if (design.blocks().stream().noneMatch(MailBlock.Footer.class::isInstance)) {
      add(
          Kind.UNSUBSCRIBE,
          true,
          0,
          0,
          "",
          new Words(
              "没有页脚，也就没有退订链接：请加一个页脚",
              "there is no footer, and so no link that ends the mails: add one"));
    }
    for (WrittenMail mail : largest) {
      int bytes = mail.html().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        add(
            Kind.SIZE,
            true,
            0,
            0,
            mail.language(),
            new Words(
                "邮件有 " + bytes / 1_000 + " kB，超过 102 kB 会被截断",
                "the mail has " + bytes / 1_000 + " kB; mailboxes cut it off after 102"));
      }
    }
  }

  private void add(Kind kind, boolean stops, int block, int line, String language, Words words) {
    MailFinding finding = new MailFinding(kind, stops, block, line, language, words);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }
}
