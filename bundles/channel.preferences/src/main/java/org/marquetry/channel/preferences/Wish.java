package org.marquetry.channel.preferences;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.marquetry.channel.api.UnsubscribeLinks.Message;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Words;

/// What a person can want on the page.
enum Wish {
  /// No more messages of this kind by this channel.
  KIND(
      "kind",
      EventTypes.UNSUBSCRIBED,
      true,
      new Words("不再接收这类消息", "No more messages of this kind"),
      new Words(
          "已保存：您不会再收到这类消息，已排队等候的也不会发送。",
          "Stored: you get no more messages of this kind, nor those that wait to be sent.")),
  /// No more messages by this channel, whatever for.
  CHANNEL(
      "channel",
      EventTypes.UNSUBSCRIBED,
      false,
      new Words("不再从这个渠道接收任何推广消息", "No more messages by this channel at all"),
      new Words(
          "已保存：您不会再从这个渠道收到任何推广消息，已排队等候的也不会发送。",
          "Stored: you get no more messages by this channel, nor those that wait to be sent.")),
  /// No more messages at all.
  ALL(
      "all",
      EventTypes.UNSUBSCRIBED,
      false,
      new Words("不再接收任何消息", "No more messages at all"),
      new Words(
          "已保存：您不会再收到任何消息，已排队等候的也不会发送。",
          "Stored: you get no more messages, nor those that wait to be sent.")),
  /// Messages of this kind again.
  AGAIN(
      "again",
      EventTypes.CONSENTED,
      true,
      new Words("重新接收这类消息", "Messages of this kind again"),
      new Words("已保存：您会重新收到这类消息。", "Stored: you get messages of this kind again."));

  private static final String EVERY_CHANNEL = "all";

  private final String name;
  private final String type;
  private final boolean ofPurpose;
  private final Words button;
  private final Words done;

  Wish(String name, String type, boolean ofPurpose, Words button, Words done) {
    this.name = name;
    this.type = type;
    this.ofPurpose = ofPurpose;
    this.button = button;
    this.done = done;
  }

  Words button() {
    return button;
  }

  Words done() {
    return done;
  }

  /// As the form sends it.
  String sent() {
    return name;
  }

  static Optional<Wish> of(String sent) {
    return Arrays.stream(values()).filter(w -> w.name.equals(sent)).findFirst();
  }

  /// The fact.
  ///
  /// @param id the same for a click that is repeated
  Event event(Message message, String id, Instant at) {
    Event.Builder event =
        Event.builder(id, type, at)
            .customer(message.customer())
            .property(EventProperties.CHANNEL, this == ALL ? EVERY_CHANNEL : message.channel())
            .property(EventProperties.CAMPAIGN, message.campaign().value())
            .property("by", "link");
    return ofPurpose
        ? event.property(EventProperties.PURPOSE, message.purpose()).build()
        : event.build();
  }
}
