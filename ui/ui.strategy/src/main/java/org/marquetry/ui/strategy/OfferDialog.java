package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Benefit;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.Offer;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Calendar;
import org.marquetry.ui.api.InputDialog;

/// Makes an offer or changes one; shows the fields that its kind needs.
final class OfferDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  /// What can be chosen as a benefit.
  private enum Kind {
    PERCENT,
    AMOUNT,
    GIFT,
    FREE_DELIVERY,
    NONE
  }

  /// What can be chosen as a coupon.
  private enum Code {
    NONE,
    ONE,
    EACH
  }

  private final transient OfferServices services;
  private final transient Optional<SavedOffer> before;
  private final transient Consumer<SavedOffer> done;
  private final String currency;
  private final TextField name = new TextField();
  private final Select<Kind> kind = new Select<>();
  private final NumberField percent = new NumberField();
  private final TextField gift = new TextField();
  private final BigDecimalField amount = new BigDecimalField();
  private final BigDecimalField minimum = new BigDecimalField();
  private final BigDecimalField floor = new BigDecimalField();
  private final NumberField guard = new NumberField();
  private final DatePicker from = new DatePicker();
  private final DatePicker until = new DatePicker();
  private final Checkbox stacks = new Checkbox();
  private final Select<Code> coupon = new Select<>();
  private final TextField code = new TextField();

  /// @param done told what was saved
  OfferDialog(OfferServices services, Optional<SavedOffer> before, Consumer<SavedOffer> done) {
    super(before.isEmpty() ? "strategy.offer.new" : "strategy.change", "strategy.save");
    this.services = services;
    this.before = before;
    this.done = done;
    currency =
        before
            .flatMap(s -> s.offer().currencies().stream().findFirst())
            .orElseGet(() -> services.currency().getCurrencyCode());
    name.setAutofocus(true);
    fields();
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(k -> getTranslation("strategy.benefit." + word(k)));
    kind.addValueChangeListener(e -> fit());
    coupon.setItems(Code.values());
    coupon.setItemLabelGenerator(c -> getTranslation("strategy.coupon." + word(c)));
    coupon.addValueChangeListener(e -> fit());
    kind.setValue(Kind.PERCENT);
    coupon.setValue(Code.NONE);
    before.map(SavedOffer::offer).ifPresent(this::show);
    Div days = new Div(from, until);
    days.addClassName("mq-tools");
    add(name, kind, percent, gift, amount, minimum, floor, guard, days, stacks, coupon, code);
    messageBelow();
    fit();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void fields() {
    name.setId("offer-name");
    name.setLabel(getTranslation("strategy.offer.name"));
    kind.setId("offer-kind");
    kind.setLabel(getTranslation("strategy.offer.benefit"));
    percent.setId("offer-percent");
    percent.setLabel(getTranslation("strategy.field.percent"));
    percent.setSuffixComponent(new Span("%"));
    gift.setId("offer-gift");
    gift.setLabel(getTranslation("strategy.field.gift"));
    gift.setHelperText(getTranslation("strategy.field.gift.help"));
    money(amount, "amount");
    money(minimum, "minimum");
    money(floor, "floor");
    guard.setId("offer-guard");
    guard.setLabel(getTranslation("strategy.field.guard"));
    guard.setHelperText(getTranslation("strategy.field.guard.help"));
    guard.setSuffixComponent(new Span("%"));
    for (DatePicker day : new DatePicker[] {from, until}) {
      day.setI18n(
          Calendar.of(
              getLocale(), getTranslation("strategy.today"), getTranslation("shell.cancel")));
      day.setLocale(getLocale());
      day.setClearButtonVisible(true);
    }
    from.setId("offer-from");
    from.setLabel(getTranslation("strategy.field.from"));
    until.setId("offer-until");
    until.setLabel(getTranslation("strategy.field.until"));
    stacks.setId("offer-stacks");
    stacks.setLabel(getTranslation("strategy.field.stacks"));
    coupon.setId("offer-coupon");
    coupon.setLabel(getTranslation("strategy.offer.coupon"));
    code.setId("offer-code");
    code.setLabel(getTranslation("strategy.field.code"));
    for (Component wide : new Component[] {kind, coupon, gift, name}) {
      wide.getElement().getStyle().set("width", "100%");
    }
  }

  private void money(BigDecimalField field, String key) {
    field.setId("offer-" + key);
    field.setLabel(getTranslation("strategy.field." + key));
    field.setHelperText(getTranslation("strategy.field." + key + ".help"));
    field.setLocale(getLocale());
    field.setSuffixComponent(new Span(currency));
  }

  /// Only what the kind needs can be filled in.
  private void fit() {
    Kind now = kind.getValue();
    percent.setVisible(now == Kind.PERCENT);
    gift.setVisible(now == Kind.GIFT);
    amount.setVisible(now == Kind.AMOUNT || now == Kind.GIFT || now == Kind.FREE_DELIVERY);
    amount.setLabel(
        getTranslation(
            now == Kind.AMOUNT ? "strategy.field.amount" : "strategy.field.amount.cost"));
    amount.setHelperText(now == Kind.AMOUNT ? "" : getTranslation("strategy.field.amount.help"));
    code.setVisible(coupon.getValue() == Code.ONE);
  }

  private void show(Offer offer) {
    name.setValue(offer.name());
    switch (offer.benefit()) {
      case Benefit.None() -> kind.setValue(Kind.NONE);
      case Benefit.Percent(double share) -> {
        kind.setValue(Kind.PERCENT);
        percent.setValue(share * 100);
      }
      case Benefit.Amount(Money off) -> {
        kind.setValue(Kind.AMOUNT);
        amount.setValue(off.toMajor());
      }
      case Benefit.Gift(String what, Money each) -> {
        kind.setValue(Kind.GIFT);
        gift.setValue(what);
        amount.setValue(each.toMajor());
      }
      case Benefit.FreeDelivery(Money each) -> {
        kind.setValue(Kind.FREE_DELIVERY);
        amount.setValue(each.toMajor());
      }
    }
    offer.minimumOrder().ifPresent(m -> minimum.setValue(m.toMajor()));
    offer.floorPrice().ifPresent(m -> floor.setValue(m.toMajor()));
    offer.marginGuard().ifPresent(share -> guard.setValue(share * 100));
    from.setValue(offer.from().orElse(null));
    until.setValue(offer.until().orElse(null));
    stacks.setValue(offer.stacks());
    switch (offer.coupon()) {
      case Coupon.None() -> coupon.setValue(Code.NONE);
      case Coupon.One(String text) -> {
        coupon.setValue(Code.ONE);
        code.setValue(text);
      }
      case Coupon.Each() -> coupon.setValue(Code.EACH);
    }
  }

  private Benefit benefit() {
    return switch (kind.getValue()) {
      case NONE -> new Benefit.None();
      case PERCENT -> new Benefit.Percent(share(percent, "百分比", "the percentage"));
      case AMOUNT -> new Benefit.Amount(needed());
      case GIFT -> new Benefit.Gift(gift.getValue().strip(), needed());
      case FREE_DELIVERY -> new Benefit.FreeDelivery(needed());
    };
  }

  private static double share(NumberField field, String zh, String en) {
    Double value = field.getValue();
    if (value == null || !(value > 0 && value < 100)) {
      throw new Rejected(new Words(zh + "应在 0 与 100 之间", en + " must be between 0 and 100"));
    }
    return value / 100;
  }

  private Money needed() {
    Money money = money(amount);
    if (money == null || money.minor() <= 0) {
      throw new Rejected(new Words("请填写大于 0 的金额", "the amount must be more than 0"));
    }
    return money;
  }

  private @Nullable Money money(BigDecimalField field) {
    BigDecimal value = field.getValue();
    return value == null ? null : Money.of(value, currency);
  }

  private Coupon coupon() {
    return switch (coupon.getValue()) {
      case NONE -> new Coupon.None();
      case ONE -> new Coupon.One(code.getValue().strip());
      case EACH -> new Coupon.Each();
    };
  }

  @Override
  protected void submit() {
    if (name.getValue().isBlank()) {
      throw new Rejected(new Words("请给优惠起个名字", "the offer needs a name"));
    }
    Offer offer =
        Offer.builder(name.getValue(), benefit())
            .coupon(coupon())
            .minimumOrder(money(minimum))
            .floorPrice(money(floor))
            .marginGuard(
                guard.getValue() == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(share(guard, "毛利率下限", "the margin guard")))
            .from(from.getValue())
            .until(until.getValue())
            .stacks(stacks.getValue())
            .build();
    done.accept(save(offer));
  }

  private SavedOffer save(Offer offer) {
    return before.isEmpty()
        ? services.offers().create(offer)
        : services.offers().change(before.get().id(), before.get().version(), offer);
  }
}
