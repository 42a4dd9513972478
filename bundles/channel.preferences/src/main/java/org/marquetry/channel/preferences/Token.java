package org.marquetry.channel.preferences;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.marquetry.channel.api.UnsubscribeLinks.Message;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;

/// What stands in a link: `base64url(customer LF campaign LF channel LF purpose) .
/// base64url(signature)`. No part holds a line feed.
final class Token {
  private static final Base64.Encoder OUT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder IN = Base64.getUrlDecoder();
  private static final int LONGEST = 2_000;

  private Token() {}

  static String of(Message message, LinkKey key) {
    byte[] text =
        String.join(
                "\n",
                message.customer().value(),
                message.campaign().value(),
                message.channel(),
                message.purpose())
            .getBytes(StandardCharsets.UTF_8);
    return OUT.encodeToString(text) + "." + OUT.encodeToString(key.sign(text));
  }

  /// @return empty when this home did not sign it
  static Optional<Message> read(String token, LinkKey key) {
    int dot = token.indexOf('.');
    if (dot < 1 || token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] text = IN.decode(token.substring(0, dot));
      if (!key.signed(text, IN.decode(token.substring(dot + 1)))) {
        return Optional.empty();
      }
      String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", -1);
      return parts.length == 4
          ? Optional.of(
              new Message(new CustomerId(parts[0]), new CampaignId(parts[1]), parts[2], parts[3]))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
