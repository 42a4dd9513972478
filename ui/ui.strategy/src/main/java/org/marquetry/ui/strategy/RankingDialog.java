package org.marquetry.ui.strategy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleEffect.Axis;
import org.marquetry.recommend.api.RuleEffect.Kind;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Makes a rule of recommendations or changes one; shows the fields that its kind needs.
final class RankingDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private static final Set<Kind> WITH_TARGET = EnumSet.of(Kind.HIDE, Kind.WEIGH);
  private static final Set<Kind> WITH_CATEGORY = EnumSet.of(Kind.QUOTA, Kind.REPURCHASE);
  private static final Set<Kind> WITHOUT_AMOUNT = EnumSet.of(Kind.HIDE, Kind.ONE_VARIANT);
  private static final Set<Kind> PERCENT = EnumSet.of(Kind.MARGIN_FLOOR, Kind.DIVERSITY);
  private static final Set<Kind> LEANS = EnumSet.of(Kind.NOVELTY, Kind.MARGIN, Kind.POPULARITY);

  private final transient RecommendationsPage.Services services;
  private final transient Optional<SavedRule> before;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final Select<Kind> kind = new Select<>();
  private final Paragraph help = new Paragraph();
  private final Select<RuleTarget.Kind> about = new Select<>();
  private final ComboBox<ProductId> product = new ComboBox<>();
  private final TextField brand = new TextField();
  private final ComboBox<String> category = new ComboBox<>();
  private final NumberField amount = new NumberField();

  RankingDialog(
      RecommendationsPage.Services services,
      ProductFinder finder,
      Optional<SavedRule> before,
      Runnable done) {
    super(before.isEmpty() ? "strategy.ranking.add" : "strategy.change", "strategy.save");
    this.services = services;
    this.before = before;
    this.done = done;
    name.setId("rule-name");
    name.setLabel(getTranslation("strategy.ranking.name"));
    name.setHelperText(getTranslation("strategy.ranking.name.help"));
    name.setWidthFull();
    kind.setId("rule-kind");
    kind.setLabel(getTranslation("strategy.ranking.kind"));
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(k -> getTranslation(key(k)));
    kind.setWidthFull();
    help.addClassName("mq-note");
    about.setId("rule-about");
    about.setLabel(getTranslation("strategy.ranking.about"));
    about.setItems(RuleTarget.Kind.values());
    about.setItemLabelGenerator(
        k -> getTranslation("strategy.ranking.about." + RankingWords.word(k)));
    product.setId("rule-product");
    product.setLabel(getTranslation("strategy.ranking.about.product"));
    product.setItemLabelGenerator(finder::called);
    product.setItems(finder::found, finder::count);
    product.setWidthFull();
    brand.setId("rule-brand");
    brand.setLabel(getTranslation("strategy.ranking.about.brand"));
    brand.setWidthFull();
    category.setId("rule-category");
    category.setLabel(getTranslation("strategy.ranking.about.category"));
    category.setItems(services.catalogue().categories());
    category.setAllowCustomValue(true);
    category.addCustomValueSetListener(e -> category.setValue(e.getDetail()));
    category.setWidthFull();
    amount.setId("rule-amount");
    amount.setStep(0.01);
    kind.setValue(Kind.HIDE);
    about.setValue(RuleTarget.Kind.PRODUCT);
    before.ifPresent(this::fill);
    kind.addValueChangeListener(e -> fit());
    about.addValueChangeListener(e -> fit());
    add(kind, help, about, product, brand, category, amount, name);
    messageBelow();
    fit();
  }

  private static String key(Kind kind) {
    return "strategy.ranking." + RankingWords.word(kind);
  }

  /// Only what the kind needs can be filled in.
  private void fit() {
    Kind now = kind.getValue();
    RuleTarget.Kind target = about.getValue();
    help.setText(getTranslation(key(now) + ".about"));
    boolean hasTarget = WITH_TARGET.contains(now);
    boolean hasCategory = WITH_CATEGORY.contains(now);
    about.setVisible(hasTarget);
    product.setVisible(hasTarget && target == RuleTarget.Kind.PRODUCT);
    brand.setVisible(hasTarget && target == RuleTarget.Kind.BRAND);
    category.setVisible(hasCategory || (hasTarget && target == RuleTarget.Kind.CATEGORY));
    category.setHelperText(hasCategory ? getTranslation("strategy.ranking.category.help") : "");
    amount.setVisible(!WITHOUT_AMOUNT.contains(now));
    if (amount.isVisible()) {
      amount.setLabel(getTranslation(key(now) + ".amount"));
    }
  }

  private void fill(SavedRule saved) {
    name.setValue(saved.rule().name());
    kind.setValue(saved.rule().effect().kind());
    switch (saved.rule().effect()) {
      case RuleEffect.Hide(var target) -> fill(target);
      case RuleEffect.Weigh(var target, double factor) -> {
        fill(target);
        amount.setValue(factor);
      }
      case RuleEffect.Quota(var some, int most) -> {
        category.setValue(some.orElse(null));
        amount.setValue((double) most);
      }
      case RuleEffect.InStock(int least) -> amount.setValue((double) least);
      case RuleEffect.MarginFloor(double share) -> amount.setValue(share * 100);
      case RuleEffect.OneVariant() -> {}
      case RuleEffect.Repurchase(var some, int days) -> {
        category.setValue(some.orElse(null));
        amount.setValue((double) days);
      }
      case RuleEffect.Diversity(double strength) -> amount.setValue(strength * 100);
      case RuleEffect.Lean(var _, double strength) -> amount.setValue(strength * 100);
    }
  }

  private void fill(RuleTarget target) {
    about.setValue(target.kind());
    switch (target.kind()) {
      case PRODUCT -> product.setValue(new ProductId(target.value()));
      case BRAND -> brand.setValue(target.value());
      case CATEGORY -> category.setValue(target.value());
    }
  }

  private RuleEffect effect() {
    return switch (kind.getValue()) {
      case HIDE -> new RuleEffect.Hide(target());
      case WEIGH -> new RuleEffect.Weigh(target(), number());
      case QUOTA -> new RuleEffect.Quota(someCategory(), whole());
      case IN_STOCK -> new RuleEffect.InStock(whole());
      case MARGIN_FLOOR -> new RuleEffect.MarginFloor(number());
      case ONE_VARIANT -> new RuleEffect.OneVariant();
      case REPURCHASE -> new RuleEffect.Repurchase(someCategory(), whole());
      case DIVERSITY -> new RuleEffect.Diversity(number());
      case NOVELTY -> new RuleEffect.Lean(Axis.NOVELTY, number());
      case MARGIN -> new RuleEffect.Lean(Axis.MARGIN, number());
      case POPULARITY -> new RuleEffect.Lean(Axis.POPULARITY, number());
    };
  }

  private RuleTarget target() {
    String value =
        switch (about.getValue()) {
          case PRODUCT -> product.getOptionalValue().map(ProductId::value).orElse("");
          case BRAND -> brand.getValue();
          case CATEGORY -> someCategory().orElse("");
        };
    if (value.isBlank()) {
      throw new Rejected(
          new Words("请选择商品、品牌或类别", "say which product, brand or category it is about"));
    }
    return new RuleTarget(about.getValue(), value);
  }

  private Optional<String> someCategory() {
    return category.getOptionalValue().map(String::strip).filter(c -> !c.isEmpty());
  }

  /// A percentage as a share.
  private double number() {
    Kind now = kind.getValue();
    double value = amount.getOptionalValue().orElse(Double.NaN);
    if (LEANS.contains(now)) {
      check(
          Math.abs(value) <= 100 && value != 0,
          new Words(
              "百分比应在 -100 与 100 之间，且不为 0", "the percentage must be in -100 to 100, and not 0"));
      return value / 100;
    }
    if (PERCENT.contains(now)) {
      check(
          value > 0 && value < 100,
          new Words("百分比应在 0 与 100 之间", "the percentage must be between 0 and 100"));
      return value / 100;
    }
    check(
        value >= 0.01 && value <= 100 && value != 1,
        new Words(
            "倍数应在 0.01 与 100 之间，且不为 1", "the factor must be between 0.01 and 100, and not 1"));
    return value;
  }

  private static void check(boolean fits, Words otherwise) {
    if (!fits) {
      throw new Rejected(otherwise);
    }
  }

  private int whole() {
    Double value = amount.getValue();
    if (value == null || value != Math.rint(value) || value < 1 || value > 3650) {
      throw new Rejected(
          new Words("请填写 1 到 3650 的整数", "the number must be a whole one from 1 to 3650"));
    }
    return value.intValue();
  }

  @Override
  protected void submit() {
    RecommendationRule rule = new RecommendationRule(name.getValue(), effect());
    if (before.isEmpty()) {
      services.rules().create(rule);
    } else {
      services.rules().change(before.get().id(), before.get().version(), rule);
    }
    done.run();
  }
}
