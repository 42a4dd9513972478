package org.marquetry.ui.strategy;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.InputDialog;

/// Asks before codes are taken away that nobody has got: they cannot be brought back.
final class DropCodesDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient OfferServices services;
  private final String offer;
  private final transient Runnable done;

  DropCodesDialog(OfferServices services, String offer, Formats formats, Runnable done) {
    super("strategy.codes.drop", "strategy.codes.drop");
    this.services = services;
    this.offer = offer;
    this.done = done;
    main().addThemeVariants(ButtonVariant.LUMO_ERROR);
    long free = services.offers().codes(offer).free();
    add(new Paragraph(getTranslation("strategy.codes.drop.sure", formats.number(free))));
    messageBelow();
  }

  @Override
  protected void submit() {
    services.offers().dropFreeCodes(offer);
    done.run();
  }
}
