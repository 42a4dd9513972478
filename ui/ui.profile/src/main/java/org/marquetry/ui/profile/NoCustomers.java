package org.marquetry.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinRequest;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.time.ShopZone;

/// What an empty shop does first: send an event.
final class NoCustomers extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private final H2 title = new H2();
  private final Paragraph text = new Paragraph();
  private final Paragraph key = new Paragraph();

  NoCustomers(@Nullable VaadinRequest request, ProfileServices services) {
    setId("no-customers");
    addClassName("shell-quiet");
    Pre command = new Pre(command(address(request), services));
    command.addClassName("mq-code");
    command.getElement().setAttribute("tabindex", "0"); // scrolls on a phone, so it takes the focus
    add(new Icon("vaadin", "users"), title, text, command, key);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("profile.empty.title"));
    text.setText(getTranslation("profile.empty.text"));
    key.setText(getTranslation("profile.empty.key"));
  }

  private static String command(String address, ProfileServices services) {
    ShopZone zone = services.zone();
    return """
    curl -X POST %s/api/v1/events \\
      -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
      -d '{"id": "order-1001-1", "type": "ordered", "occurredAt": "%s",
           "customer": "c-17", "order": "1001", "product": "p-5",
           "quantity": 1, "amountMinor": 12900, "currency": "%s"}'\
    """
        .formatted(address, zone.start(zone.today()), services.currency().orElse("CNY"));
  }

  private static String address(@Nullable VaadinRequest request) {
    String host = request == null ? null : request.getHeader("Host");
    return (request != null && request.isSecure() ? "https://" : "http://")
        + (host == null ? "127.0.0.1:8080" : host);
  }
}
