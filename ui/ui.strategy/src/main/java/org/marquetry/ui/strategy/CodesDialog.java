package org.marquetry.ui.strategy;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Adds codes, one a line, as they are pasted from a shop's own list.
final class CodesDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_MILLIS = 5_000;

  private final transient OfferServices services;
  private final String offer;
  private final transient Runnable done;
  private final TextArea codes = new TextArea();

  CodesDialog(OfferServices services, String offer, Runnable done) {
    super("strategy.codes.add", "strategy.codes.add");
    this.services = services;
    this.offer = offer;
    this.done = done;
    codes.setId("codes");
    codes.setLabel(getTranslation("strategy.codes"));
    codes.setHelperText(getTranslation("strategy.codes.help"));
    codes.setWidthFull();
    codes.setHeight("16rem");
    codes.setAutofocus(true);
    add(codes);
    messageBelow();
  }

  @Override
  protected void submit() {
    List<String> lines =
        codes.getValue().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new Rejected(new Words("请粘贴至少一个优惠码", "paste one code at least"));
    }
    OfferCodes.Added added = services.offers().addCodes(offer, lines);
    Notification.show(
        getTranslation("strategy.codes.added", added.added(), added.known()),
        SHOWN_MILLIS,
        Notification.Position.BOTTOM_START);
    done.run();
  }
}
